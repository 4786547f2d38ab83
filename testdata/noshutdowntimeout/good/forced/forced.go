// Package forced leaves the limit to the package that calls it at the stop.
package forced

import (
	"context"
	"log"
	"net/http"

	"example.com/samples/noshutdowntimeout/good/forced/proc"
)

// Serve serves until the process is told to stop.
func Serve(addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	proc.OnStop(func() {
		if err := srv.Shutdown(context.Background()); err != nil {
			log.Print(err)
		}
	})
	return srv.ListenAndServe()
}
