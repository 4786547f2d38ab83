// Package ignored takes a limit and does not pass it on.
package ignored

import (
	"context"
	"net/http"
	"time"

	"google.golang.org/grpc"
)

// Server serves both.
type Server struct {
	http *http.Server
	grpc *grpc.Server
}

// Stop takes a ctx.
func (s *Server) Stop(ctx context.Context) error {
	return s.http.Shutdown(context.Background()) // want `\[noshutdowntimeout/ignored-deadline\]`
}

// StopWithin is silent: the ctx reaches the stop.
func (s *Server) StopWithin(ctx context.Context) error {
	return s.http.Shutdown(ctx)
}

// Close takes a time.
func (s *Server) Close(timeout time.Duration) error {
	return s.http.Shutdown(context.Background()) // want `\[noshutdowntimeout/ignored-deadline\]`
}

// CloseWithin is silent: the time reaches the stop.
func (s *Server) CloseWithin(timeout time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return s.http.Shutdown(ctx)
}

// Drain takes a ctx for a stop that takes none.
func (s *Server) Drain(ctx context.Context) error {
	s.grpc.GracefulStop() // want `\[noshutdowntimeout/ignored-deadline\]`
	return nil
}

// DrainWithin is silent: the ctx ends the stop.
func (s *Server) DrainWithin(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		s.grpc.GracefulStop()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		s.grpc.Stop()
		return ctx.Err()
	}
}

// Unnamed takes a ctx and says that it does not use it.
func (s *Server) Unnamed(_ context.Context) error {
	return s.http.Shutdown(context.TODO()) // want `\[noshutdowntimeout/ignored-deadline\]`
}
