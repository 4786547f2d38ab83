// Package members stops each server in a member of a group, started in a loop. Seen in kratos 70f58b26, app.go.
package members

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"
)

// Server is anything that serves.
type Server interface {
	Start(context.Context) error
	Stop(context.Context) error
}

// Run is silent: each round has a ctx of its own, which its cancel ends after the stop.
func Run(ctx context.Context, servers []Server) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, srv := range servers {
		g.Go(func() error {
			<-ctx.Done()
			stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
			defer cancel()
			return srv.Stop(stop)
		})
		g.Go(func() error { return srv.Start(ctx) })
	}
	return g.Wait()
}
