// Package lists keeps what runs at the start and what runs at the stop in two lists of one type.
package lists

import (
	"context"
	"net/http"
	"time"
)

type step struct {
	name string
	run  func(context.Context) error
}

type app struct {
	starts, stops []step
}

func newApp(warm func(context.Context) error) *app {
	srv := &http.Server{Addr: ":8080"}
	var starts, stops []step
	stops = append(stops, step{name: "http", run: srv.Shutdown})
	starts = append(starts, step{name: "cache", run: func(ctx context.Context) error { return warm(ctx) }})
	go srv.ListenAndServe()
	return &app{starts: starts, stops: stops}
}

func (a *app) start() error {
	for _, s := range a.starts {
		if err := s.run(context.Background()); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for i := range a.stops {
		a.stops[i].run(ctx)
	}
}
