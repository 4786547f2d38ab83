// Command second drains without limit, and no second signal ends it.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done() // want `a second signal is swallowed while srv.Shutdown \(line \d+\) lasts \[lostsignal/second-signal\]`
	srv.Shutdown(context.Background())
}
