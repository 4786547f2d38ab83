// Package h2c serves HTTP/2 without TLS.
package h2c

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"
)

// Run serves until ctx ends.
func Run(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h2c.NewHandler(h, &http2.Server{})} // want `srv.Shutdown \(line \d+\) does not wait for the streams of h2c.NewHandler \[noshutdown/h2c-handler\]`
	go srv.ListenAndServe()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}
