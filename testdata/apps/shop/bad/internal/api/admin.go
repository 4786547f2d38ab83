package api

import "net/http"

// Admin returns the handler of what operators do.
func (a *API) Admin() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("POST /prices", func(w http.ResponseWriter, r *http.Request) {
		if err := a.Prices.Reload(); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
	return mux
}
