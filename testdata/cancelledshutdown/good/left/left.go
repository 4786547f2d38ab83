// Package left stops servers on goroutines that it waits for, or whose ctx it leaves to end by itself.
package left

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Server is a server that can be stopped.
type Server struct {
	http *http.Server
}

// Stop returns at once; the stop has its own ctx.
func (s *Server) Stop(parent context.Context) {
	go func() {
		ctx, cancel := context.WithTimeout(parent, 10*time.Second)
		defer cancel()
		_ = s.http.Shutdown(ctx)
	}()
}

func stopAll(servers []*http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Go(func() {
			_ = srv.Shutdown(ctx)
		})
	}
	wg.Wait()
}

func either(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	done := make(chan error)
	go func() { done <- srv.Shutdown(ctx) }()
	select {
	case <-done:
	case <-ctx.Done():
		srv.Close()
		<-done
	}
}

// handler hands the ctx's cancel on: it ends when the caller says so.
func handler(srv *http.Server) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	go srv.Shutdown(ctx)
	return cancel
}
