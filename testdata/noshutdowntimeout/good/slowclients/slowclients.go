// Package slowclients has nothing that can hold its requests but slow clients, and limits both directions of theirs. Inputs of telegraf's have this form
// (influxdata/telegraf b2726314).
package slowclients

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"
)

// Listener takes values.
type Listener struct {
	Addr    string
	Timeout time.Duration

	server http.Server
	log    interface{ Printf(string, ...any) }
}

// Start listens.
func (l *Listener) Start() {
	l.server = http.Server{Addr: l.Addr, Handler: l, ReadTimeout: l.Timeout, WriteTimeout: 10 * time.Second}
	go func() {
		if err := l.server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			l.log.Printf("listen: %v", err)
		}
	}()
}

// Stop waits for the requests that have come.
func (l *Listener) Stop() {
	if err := l.server.Shutdown(context.Background()); err != nil {
		l.log.Printf("shutdown: %v", err)
	}
}

func (l *Listener) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var values []float64
	if err := json.NewDecoder(r.Body).Decode(&values); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for _, v := range values {
		l.log.Printf("%v", v)
	}
	w.WriteHeader(http.StatusNoContent)
}
