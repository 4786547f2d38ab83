// Package exits stops in a goroutine that ends the process itself. Seen in caddy 0cf03d32, sigtrap.go.
package exits

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// Trap is silent: the stop's own goroutine ends the process when it is done, and the loop listens for the second signal.
func Trap(srv *http.Server) {
	go func() {
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, os.Interrupt)
		for i := 0; true; i++ {
			<-signals
			if i > 0 {
				os.Exit(2)
			}
			go exit(srv)
		}
	}()
}

func exit(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}
