// Package quit streams events until it is told to stop.
package quit

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

type server struct {
	quit chan struct{}
}

// Run serves until ctx ends.
func Run(ctx context.Context) {
	s := &server{quit: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("/events", s.events)
	srv := &http.Server{Addr: ":8080", Handler: mux}
	go srv.ListenAndServe()
	<-ctx.Done()
	close(s.quit)
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}

func (s *server) events(w http.ResponseWriter, r *http.Request) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-s.quit:
			return
		case <-r.Context().Done():
			return
		case now := <-tick.C:
			fmt.Fprintln(w, "data:", now)
		}
	}
}
