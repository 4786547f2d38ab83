// Package api answers requests for orders.
package api

import (
	"encoding/json"
	"net/http"
	"time"

	"example.com/samples/apps/httpserver/bad/store"
)

type handlers struct {
	db *store.Store
}

// New returns the handler of all requests.
func New(db *store.Store) http.Handler {
	h := &handlers{db: db}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", h.add)
	mux.HandleFunc("GET /orders", h.search)
	return mux
}

func (h *handlers) add(w http.ResponseWriter, r *http.Request) {
	if err := h.db.Add(r.Context(), r.FormValue("title")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

type result struct {
	orders []store.Order
	err    error
}

// search gives up after two seconds.
func (h *handlers) search(w http.ResponseWriter, r *http.Request) {
	found := make(chan result)
	go func() {
		orders, err := h.db.Search(r.Context(), r.FormValue("q"))
		found <- result{orders, err} // want `\[goroutineleak/blocked-send\]`
	}()
	select {
	case res := <-found:
		if res.err != nil {
			http.Error(w, res.err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(res.orders)
	case <-time.After(2 * time.Second):
		http.Error(w, "the search takes too long", http.StatusGatewayTimeout)
	}
}
