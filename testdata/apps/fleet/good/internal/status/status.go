// Package status tells people how the fleet is.
package status

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// Page is a server with one page.
type Page struct {
	srv *http.Server
}

// Show serves the page at the address.
func Show(addr, text string) *Page {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /fleet", func(w http.ResponseWriter, r *http.Request) {
		if _, err := w.Write([]byte(text)); err != nil {
			slog.Error("page", "err", err)
		}
	})
	p := &Page{srv: &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}}
	go func() {
		if err := p.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			cobra.CheckErr(err)
		}
	}()
	return p
}

// Close waits for those who are reading.
func (p *Page) Close(ctx context.Context) error {
	return p.srv.Shutdown(ctx)
}
