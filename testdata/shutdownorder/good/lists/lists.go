// Package lists keeps what runs before the server and what runs after it in two lists of one type.
package lists

import (
	"context"
	"net"
	"net/http"
)

type hook struct {
	name string
	call func(context.Context) error
}

type daemon struct {
	srv           *http.Server
	before, after []*hook
}

func newDaemon(srv *http.Server, warm func(context.Context) error) *daemon {
	d := &daemon{srv: srv}
	d.after = append(d.after, &hook{"http", srv.Shutdown})
	d.before = append(d.before, &hook{"cache", warm})
	return d
}

func (d *daemon) run(ctx context.Context, l net.Listener) error {
	for _, h := range d.before {
		if err := h.call(ctx); err != nil {
			return err
		}
	}
	go d.srv.Serve(l)
	<-ctx.Done()
	for _, h := range d.after {
		if err := h.call(context.WithoutCancel(ctx)); err != nil {
			return err
		}
	}
	return nil
}
