// Package api answers the shop's requests.
package api

import (
	"net/http"

	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/events"
	"example.com/samples/apps/shop/bad/internal/store"
)

// API has the handlers.
type API struct {
	Store   *store.Store
	Journal *store.Journal
	Prices  *config.Prices
	Events  *events.Hub
}

// Routes returns the handler of all requests.
func (a *API) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", a.order)
	return logged(mux)
}

func (a *API) order(w http.ResponseWriter, r *http.Request) {
	article := r.FormValue("article")
	price, ok := a.Prices.Of(article)
	if !ok {
		http.NotFound(w, r)
		return
	}
	if err := a.Store.Add(r.Context(), article, price); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	a.Journal.Note("order %s %d", article, price)
	if a.Events != nil {
		a.Events.Publish("sold " + article)
	}
	w.WriteHeader(http.StatusCreated)
}
