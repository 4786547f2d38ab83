// Package stream streams events.
package stream

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Run serves until ctx ends.
func Run(ctx context.Context) {
	mux := http.NewServeMux()
	mux.HandleFunc("/events", events)
	mux.HandleFunc("/lines", lines)
	mux.Handle("/all", &hub{prefix: "all"})
	srv := &http.Server{Addr: ":8080", Handler: mux}
	requests, stop := context.WithCancel(context.Background())
	srv.BaseContext = func(net.Listener) context.Context { return requests }
	srv.RegisterOnShutdown(stop)
	go srv.ListenAndServe()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}

func events(w http.ResponseWriter, r *http.Request) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case now := <-tick.C:
			fmt.Fprintln(w, "data:", now)
		}
	}
}

// lines gives up when nothing can be written.
func lines(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	for {
		select {
		case <-r.Context().Done():
			return
		case line := <-moves:
			if _, err := fmt.Fprintln(w, line); err != nil {
				return
			}
			if err := out.Flush(); err != nil {
				return
			}
		}
	}
}

// moves are what happens elsewhere.
var moves = make(chan string)

// hub answers requests itself.
type hub struct {
	prefix string
}

// ServeHTTP sends what happens elsewhere.
func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for {
		select {
		case <-r.Context().Done():
			return
		case line := <-moves:
			fmt.Fprintln(w, h.prefix, line)
		}
	}
}
