// Package api takes positions of vehicles.
package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/samples/apps/fleet/good/internal/store"
)

// Service is the server and what it needs.
type Service struct {
	store *store.Store
	srv   *http.Server
}

// New returns a service for the address.
func New(addr string, s *store.Store) *Service {
	service := &Service{store: s}
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /vehicles/{vehicle}", service.position)
	service.srv = &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return service
}

func (s *Service) position(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Position(r.Context(), r.PathValue("vehicle"), r.FormValue("at")); err != nil {
		slog.Error("position", "err", err)
		http.Error(w, "not stored", http.StatusInternalServerError)
	}
}

// Run serves until the ctx ends.
func (s *Service) Run(ctx context.Context, drain time.Duration) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		stopping, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		return s.srv.Shutdown(stopping)
	})
	return g.Wait()
}
