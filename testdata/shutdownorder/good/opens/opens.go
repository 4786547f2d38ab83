// Package opens starts its server before the store that it uses is open.
package opens

import (
	"context"
	"net"
	"net/http"

	"example.com/samples/shutdownorder/good/opens/db"
)

func run(ctx context.Context, l net.Listener, dsn string) error {
	store := &db.Store{}
	srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := store.DB.ExecContext(r.Context(), "select 1"); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})}
	go srv.Serve(l)
	if err := store.Open(ctx, dsn); err != nil {
		return err
	}
	<-ctx.Done()
	srv.Shutdown(context.WithoutCancel(ctx))
	return store.Close()
}
