// Package hijack takes connections over.
package hijack

import (
	"context"
	"net/http"
	"time"
)

// Run serves until ctx ends.
func Run(ctx context.Context) {
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(upgrade)}
	go srv.ListenAndServe()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}

func upgrade(w http.ResponseWriter, r *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack() // want `srv.Shutdown \(line \d+\) neither closes nor awaits what .*Hijack takes over \[noshutdown/hijacked\]`
	if err != nil {
		return
	}
	defer conn.Close()
	conn.Write([]byte("hello"))
}
