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
