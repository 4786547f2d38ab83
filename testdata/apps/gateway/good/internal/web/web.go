// Package web is the gateway's HTTP server.
package web

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"time"

	"example.com/samples/apps/gateway/good/internal/queue"
)

// Server takes measurements.
type Server struct {
	*http.Server
}

// New returns a server that hands what it gets to the queue.
func New(addr string, q *queue.Queue) *Server {
	return &Server{&http.Server{Addr: addr, Handler: routes(q), ReadHeaderTimeout: 5 * time.Second}}
}

func routes(q *queue.Queue) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /measurements", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := q.Add(r.Context(), string(body)); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	})
	return mux
}

// Serve serves until Stop.
func (s *Server) Serve() error {
	slog.Info("serving HTTP", "addr", s.Addr)
	return s.ListenAndServe()
}

// Stop waits for the open requests until the ctx ends, and then cuts them.
func (s *Server) Stop(ctx context.Context) error {
	if err := s.Shutdown(ctx); err != nil {
		return errors.Join(err, s.Close())
	}
	return nil
}

// Run serves until the ctx ends.
func (s *Server) Run(ctx context.Context, drain time.Duration) error {
	drained := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(drained)
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
		defer cancel()
		if err := s.Stop(stopping); err != nil {
			slog.Error("stop", "err", err)
		}
	})
	defer stop()
	if err := s.Serve(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-drained
	return nil
}
