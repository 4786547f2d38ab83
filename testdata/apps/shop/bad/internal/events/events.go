// Package events tells browsers what happens in the shop.
package events

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"example.com/samples/apps/shop/bad/internal/exit"
)

// Hub hands events to those who listen. It is a server of its own, so that the many open streams are not in the way of orders.
type Hub struct {
	http      *http.Server
	mu        sync.Mutex
	listeners map[chan string]struct{}
}

// NewHub returns a hub for the address.
func NewHub(addr string) *Hub {
	h := &Hub{listeners: map[chan string]struct{}{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /events", h.stream)
	h.http = &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return h
}

// Start serves on a goroutine of its own.
func (h *Hub) Start() {
	go func() {
		exit.Check("events", h.http.ListenAndServe()) // want `\[fatalserve/server-closed\]`
	}()
}

// Stop lets the streams end.
func (h *Hub) Stop(ctx context.Context) error {
	return h.http.Shutdown(ctx)
}

// Publish hands an event to all who listen and are not behind.
func (h *Hub) Publish(event string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.listeners {
		select {
		case l <- event:
		default:
		}
	}
}

func (h *Hub) add() chan string {
	l := make(chan string, 16)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.listeners[l] = struct{}{}
	return l
}

func (h *Hub) remove(l chan string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, l)
}

// stream sends events until the browser leaves.
func (h *Hub) stream(w http.ResponseWriter, r *http.Request) {
	l := h.add()
	defer h.remove(l)
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	for {
		select { // want `\[noshutdown/endless-handler\]`
		case <-r.Context().Done():
			return
		case event := <-l:
			fmt.Fprintf(w, "data: %s\n\n", event)
			flush.Flush()
		}
	}
}
