// Package stream streams events.
package stream

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Run serves until ctx ends.
func Run(ctx context.Context) {
	mux := http.NewServeMux()
	mux.HandleFunc("/events", events)
	srv := &http.Server{Addr: ":8080", Handler: mux}
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
		select { // want `only the client ends this loop, so srv.Shutdown \(line \d+\) waits until its limit \[noshutdown/endless-handler\]`
		case <-r.Context().Done():
			return
		case now := <-tick.C:
			fmt.Fprintln(w, "data:", now)
		}
	}
}
