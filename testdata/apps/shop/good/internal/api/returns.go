package api

import (
	"net/http"
	"time"

	"example.com/samples/apps/shop/good/internal/store"
)

// Returns answers those who send something back.
type Returns struct {
	Journal *store.Journal
}

// Routes returns the handler of all requests.
func (t *Returns) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /returns", t.take)
	return logged(mux)
}

// take waits for the label, which a printer makes.
func (t *Returns) take(w http.ResponseWriter, r *http.Request) {
	select {
	case <-time.After(200 * time.Millisecond):
		t.Journal.Note("returned %s", r.FormValue("article"))
	case <-r.Context().Done():
		http.Error(w, "no label", http.StatusServiceUnavailable)
	}
}
