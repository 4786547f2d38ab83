// Package early starts the clock of the drain before the signal.
package early

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Run has 20 seconds from its start on.
func Run(srv *http.Server) error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go srv.ListenAndServe()

	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	<-stop
	return srv.Shutdown(drain) // want `\[cancelledshutdown/early-timeout\]`
}
