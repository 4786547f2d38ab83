// Package behind answers gRPC calls through an http.Server, so that GracefulStop has nothing to wait for: it cuts what is open.
package behind

import (
	"context"
	"net/http"
	"strings"
	"time"

	"google.golang.org/grpc"
)

// Run serves until ctx ends.
func Run(ctx context.Context, rest http.Handler) {
	calls := grpc.NewServer()
	srv := &http.Server{Addr: ":8443", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.Header.Get("Content-Type"), "application/grpc") {
			calls.ServeHTTP(w, r)
			return
		}
		rest.ServeHTTP(w, r)
	})}
	go srv.ListenAndServeTLS("cert", "key")
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(limit)
	calls.GracefulStop()
}
