// Package batcher has a server for customers and one for its own command line.
package batcher

import (
	"context"
	"net/http"
	"sync"
	"time"
)

type streams struct {
	open   sync.WaitGroup
	public *http.Server
	local  *http.Server
}

func (s *streams) serve(w http.ResponseWriter, r *http.Request) {
	s.open.Add(1)
	defer s.open.Done()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-time.After(time.Second):
			w.Write([]byte("tick\n"))
		}
	}
}

// Stop stops the server that takes streams, waits, and then stops the other one.
func (s *streams) Stop(ctx context.Context) error {
	if err := s.public.Shutdown(ctx); err != nil {
		return err
	}
	s.open.Wait()
	return s.local.Shutdown(ctx)
}
