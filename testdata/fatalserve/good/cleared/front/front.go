// Package front serves and stops what it serves.
package front

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

var (
	mu      sync.Mutex
	running = map[string]*http.Server{}
)

// Serve returns the failure of a server, and nil once it is stopped.
func Serve(addr string, h http.Handler) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return keep(l, &http.Server{Addr: addr, Handler: h})
}

func keep(l net.Listener, srv *http.Server) error {
	mu.Lock()
	running[l.Addr().String()] = srv
	mu.Unlock()
	err := srv.Serve(l)
	if err != nil {
		var op *net.OpError
		if errors.Is(err, http.ErrServerClosed) {
			err = nil
		} else if errors.As(err, &op) && op.Timeout() {
			err = nil
		}
	}
	return err
}

// Shutdown stops all servers.
func Shutdown(limit time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	mu.Lock()
	defer mu.Unlock()
	for _, srv := range running {
		srv.Shutdown(ctx)
	}
}
