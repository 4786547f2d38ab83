package noexit

import (
	"context"
	"net/http"
	"time"
)

// Poller is meant to end at Close, while the process lives on.
type Poller struct {
	done chan struct{}
	poll func()
}

// NewPoller polls until Close.
func NewPoller(poll func()) *Poller {
	p := &Poller{done: make(chan struct{}), poll: poll}
	go p.run() // want `\[goroutineleak/no-exit\]`
	return p
}

func (p *Poller) run() {
	for {
		p.poll()
		time.Sleep(time.Second)
	}
}

// Close closes a channel that nobody asks.
func (p *Poller) Close() {
	close(p.done)
}

// Handler starts one goroutine a request.
func Handler(refresh func(string)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := r.URL.Path
		go func() { // missed: that http.HandlerFunc makes a handler of the literal is not known
			for {
				refresh(key)
				time.Sleep(time.Minute)
			}
		}()
		w.WriteHeader(http.StatusAccepted)
	})
}

// Items starts one goroutine an item.
func Items(items <-chan string, refresh func(string)) {
	for item := range items {
		go func() { // want `\[goroutineleak/no-exit\]`
			for {
				refresh(item)
				time.Sleep(time.Minute)
			}
		}()
	}
}

// Watch has a ctx and ignores it.
func Watch(ctx context.Context, check func()) {
	go func() { // want `\[goroutineleak/no-exit\]`
		for {
			check()
			time.Sleep(time.Second)
		}
	}()
}
