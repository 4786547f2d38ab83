package basic

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

// site is a server that can be started and stopped.
type site struct {
	mu      sync.Mutex
	running bool
	srv     *http.Server
}

func (s *site) start() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running {
		return
	}
	s.running = true
	go func(srv *http.Server) {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
		}
	}(s.srv)
}

func (s *site) stop() {
	s.mu.Lock()
	s.running = false
	srv := s.srv
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func restarts(again <-chan struct{}) {
	s := &site{srv: &http.Server{Addr: ":8080"}}
	s.start()
	for range again {
		s.stop()
		s.start() // want `^s\.start returns at once, because s\.stop at line 48 has stopped this server \[shutdownorder/reused-server\]$`
	}
	s.stop()
}
