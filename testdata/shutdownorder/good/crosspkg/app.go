// Package crosspkg closes what another package opens, last of all.
package crosspkg

import (
	"context"
	"net"
	"net/http"

	"example.com/samples/shutdownorder/crosspkg/store"
)

// Run serves until the ctx ends.
func Run(ctx context.Context, dsn string, l net.Listener) error {
	st, err := store.Open(dsn)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { st.Get(r.Context(), r.URL.Path) })
	srv := &http.Server{Handler: mux}
	go srv.Serve(l)
	<-ctx.Done()
	err = srv.Shutdown(context.WithoutCancel(ctx))
	st.Close()
	return err
}
