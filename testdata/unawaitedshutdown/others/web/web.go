// Package web serves.
package web

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

// API is a server that is made when it is run.
type API struct {
	Handler http.Handler
	mu      sync.Mutex
	server  *http.Server
}

// Run serves until Shutdown is called.
func (a *API) Run(addr string) {
	a.mu.Lock()
	a.server = &http.Server{Addr: addr, Handler: a.Handler}
	a.mu.Unlock()
	log.Print(a.server.ListenAndServe())
}

// Shutdown waits a second for open requests.
func (a *API) Shutdown() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.server.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
