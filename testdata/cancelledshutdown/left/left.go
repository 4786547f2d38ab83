// Package left stops servers on goroutines that it does not wait for.
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

// Stop returns at once, and its ctx ends then.
func (s *Server) Stop(parent context.Context) {
	ctx, cancel := context.WithTimeout(parent, 10*time.Second)
	defer cancel()
	go s.http.Shutdown(ctx) // want `nothing waits for s.http.Shutdown, and its ctx is cancelled \(line \d+\) when this function returns \[cancelledshutdown/signal-context\]`
}

func stopAll(servers []*http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, srv := range servers {
		go func() {
			_ = srv.Shutdown(ctx) // want `nothing waits for srv.Shutdown.*\[cancelledshutdown/signal-context\]`
		}()
	}
}

func member(wg *sync.WaitGroup, quit <-chan struct{}, srv *http.Server) {
	defer wg.Done()
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	go srv.Shutdown(ctx) // want `nothing waits for srv.Shutdown.*\[cancelledshutdown/signal-context\]`
}
