// Package h2c serves HTTP/2 without TLS.
package h2c

import (
	"context"
	"net/http"
	"time"
)

// Run serves until ctx ends.
func Run(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h, Protocols: new(http.Protocols)}
	srv.Protocols.SetHTTP1(true)
	srv.Protocols.SetUnencryptedHTTP2(true)
	go srv.ListenAndServe()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}
