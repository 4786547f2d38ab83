// Package held keeps its store behind an interface, and its server in a type of its own, which is closed first.
package held

import (
	"context"
	"io"
	"net/http"
	"time"
)

// RowWriter writes rows.
type RowWriter interface {
	Write(ctx context.Context, row string) error
}

// Collector takes rows over HTTP.
type Collector struct {
	rows RowWriter
	srv  *http.Server
}

// Params are what a collector needs.
type Params struct {
	Rows RowWriter
}

// New returns a collector.
func New(p *Params) *Collector {
	c := &Collector{rows: p.Rows}
	c.srv = &http.Server{Handler: http.HandlerFunc(c.take)}
	return c
}

func (c *Collector) take(w http.ResponseWriter, r *http.Request) {
	c.rows.Write(r.Context(), r.URL.Path)
}

// Close stops the server.
func (c *Collector) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return c.srv.Shutdown(ctx)
}

// Run closes the writer last.
func Run(open func() (RowWriter, error), onSignal func(func())) error {
	rows, err := open()
	if err != nil {
		return err
	}
	c := New(&Params{Rows: rows})
	onSignal(func() {
		c.Close()
		if closer, ok := rows.(io.Closer); ok {
			closer.Close()
		}
	})
	return nil
}
