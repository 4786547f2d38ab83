// Package forgotten counts goroutines that its stops do not wait for.
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

// Shutdown stops the server.
func (e *Endpoint) Shutdown(ctx context.Context) error { // want `^nothing ever waits for group, which counts the goroutine of line 22 \[goroutineleak/not-awaited\]$`
	return e.server.Shutdown(ctx)
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

// Close ends the senders.
func (f *Feed) Close() { // want `\[goroutineleak/not-awaited\]`
	close(f.in)
}
