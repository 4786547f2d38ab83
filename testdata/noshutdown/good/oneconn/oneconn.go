// Package oneconn serves what it gets from others: one connection, or a listener that its owner closes. The daemon of tailscale has both (tailscale/tailscale
// de9ec7ee).
package oneconn

import (
	"context"
	"net"
	"net/http"
	"sync"
)

// Handle answers the requests of one connection.
func Handle(ctx context.Context, c net.Conn, h http.Handler) error {
	srv := http.Server{Handler: named(ctx, h)}
	return srv.Serve(&once{conn: c, done: make(chan struct{})})
}

// Serve answers requests until the owner of the listener closes it.
func Serve(ctx context.Context, ln net.Listener) error {
	return http.Serve(ln, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("hello"))
	}))
}

func named(ctx context.Context, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.ServeHTTP(w, r.WithContext(ctx)) })
}

// once is a listener of one connection.
type once struct {
	conn net.Conn
	done chan struct{}
	once sync.Once
}

func (o *once) Accept() (c net.Conn, err error) {
	o.once.Do(func() { c = o.conn })
	if c == nil {
		<-o.done
		return nil, net.ErrClosed
	}
	return c, nil
}

func (o *once) Close() error {
	close(o.done)
	return nil
}

func (o *once) Addr() net.Addr { return o.conn.LocalAddr() }
