// Package live has event streams that end with the hub.
package live

import (
	"fmt"
	"net/http"
)

// Hub has the events.
type Hub struct {
	Events chan string
	Done   chan struct{}
}

// Stream writes events as they come.
func (h *Hub) Stream(w http.ResponseWriter, r *http.Request) {
	for {
		select {
		case <-r.Context().Done():
			return
		case <-h.Done:
			return
		case event := <-h.Events:
			fmt.Fprintf(w, "data: %s\n\n", event)
		}
	}
}

// Routes has the stream on a router.
func (h *Hub) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/events", h.Stream)
	return mux
}
