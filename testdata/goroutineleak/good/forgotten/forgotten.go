// Package forgotten counts goroutines that somebody waits for.
package forgotten

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"sync"
)

// Endpoint serves in a goroutine.
type Endpoint struct {
	server *http.Server
	group  sync.WaitGroup
}

// Start serves what comes to the listener.
func (e *Endpoint) Start(ln net.Listener) {
	e.group.Add(1)
	go func() {
		defer e.group.Done()
		if err := e.server.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
}

// Shutdown stops the server. silent: it waits for the goroutine
func (e *Endpoint) Shutdown(ctx context.Context) error {
	err := e.server.Shutdown(ctx)
	e.group.Wait()
	return err
}

// Feed sends on what it gets.
type Feed struct {
	in    chan string
	out   func(string)
	group sync.WaitGroup
}

// Start starts the senders.
func (f *Feed) Start(n int) {
	for range n {
		f.group.Go(f.send)
	}
}

func (f *Feed) send() {
	for text := range f.in {
		f.out(text)
	}
}

// Close ends the senders. silent: callers have a method to wait
func (f *Feed) Close() {
	close(f.in)
}

// Drain waits until all is sent.
func (f *Feed) Drain() { f.group.Wait() }

// Shared counts in a group that others get.
type Shared struct {
	in    chan string
	group sync.WaitGroup
}

// Group is what to wait for. silent: whoever asks for it can
func (s *Shared) Group() *sync.WaitGroup { return &s.group }

// Start reads.
func (s *Shared) Start() {
	s.group.Go(func() {
		for range s.in {
		}
	})
}

// Close ends the reader.
func (s *Shared) Close() { close(s.in) }

// Pages counts the requests that are being answered.
type Pages struct {
	server http.Server
	open   sync.WaitGroup
}

// ServeHTTP answers a request. silent: Shutdown itself waits for requests
func (p *Pages) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	p.open.Add(1)
	defer p.open.Done()
	w.WriteHeader(http.StatusNoContent)
}

// Shutdown stops the server.
func (p *Pages) Shutdown(ctx context.Context) error { return p.server.Shutdown(ctx) }
