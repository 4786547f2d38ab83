// Package held keeps the server in a struct, and its error in a method.
package held

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Server embeds what it serves with.
type Server struct {
	*http.Server
}

// Start serves on a goroutine of its own.
func (s *Server) Start() {
	go func() {
		if err := s.ListenAndServe(); err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
}

// Stop stops it.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return s.Shutdown(ctx)
}

// Tested tests the error.
type Tested struct {
	srv *http.Server
}

// Start is silent: the error is tested.
func (t *Tested) Start() {
	go func() {
		if err := t.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}

// Stop stops it.
func (t *Tested) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return t.srv.Shutdown(ctx)
}

// Two has one server that is stopped and one that is not.
type Two struct {
	public, debug *http.Server
}

// Start serves both.
func (t *Two) Start() {
	go func() { log.Fatal(t.public.ListenAndServe()) }() // want `\[fatalserve/server-closed\]`
	go func() { log.Fatal(t.debug.ListenAndServe()) }()  // silent: nothing stops this one
}

// Stop stops the public one.
func (t *Two) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return t.public.Shutdown(ctx)
}

var shared = &http.Server{Addr: ":8080"}

// Serve serves a variable of the package.
func Serve() {
	if err := shared.ListenAndServe(); err != nil {
		log.Fatal(err) // want `\[fatalserve/server-closed\]`
	}
}

// Shutdown stops it.
func Shutdown(ctx context.Context) error {
	return shared.Shutdown(ctx)
}
