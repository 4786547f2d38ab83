// Package server runs the shop's HTTP servers.
package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"
)

// Server is an HTTP server with the settings that all of ours have.
type Server struct {
	http *http.Server
	errc chan error
	log  *slog.Logger
}

// New returns a server for the address.
func New(name, addr string, h http.Handler) *Server {
	return &Server{
		http: &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 5 * time.Second},
		errc: make(chan error, 1),
		log:  slog.With("server", name),
	}
}

// Start serves on a goroutine of its own.
func (s *Server) Start() {
	go func() {
		s.log.Info("listening", "addr", s.http.Addr)
		s.errc <- s.http.ListenAndServe()
	}()
}

// Err hands out why the server has ended.
func (s *Server) Err() <-chan error { return s.errc }

// Stop waits for the open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	s.log.Info("stopping")
	return s.http.Shutdown(ctx)
}

// Listen serves until it is stopped or cannot go on.
func (s *Server) Listen() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Run serves until the ctx ends.
func (s *Server) Run(ctx context.Context, drain time.Duration) error {
	go func() {
		<-ctx.Done()
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
		defer cancel()
		if err := s.Stop(stopping); err != nil {
			s.log.Error("stop", "err", err)
		}
	}()
	return s.Listen() // want `\[unawaitedshutdown/early-return\]`
}
