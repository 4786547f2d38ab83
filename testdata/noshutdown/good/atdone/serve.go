// Package atdone shuts its servers down when their ctx ends.
package atdone

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Service answers requests of users.
type Service struct {
	addr string
	exit chan error
}

func (s *Service) user(w http.ResponseWriter, r *http.Request) {}

// Serve serves until ctx ends, and waits for what is open then.
func (s *Service) Serve(ctx context.Context) error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/user", s.user)
	srv := http.Server{Handler: mux, ReadTimeout: 15 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case <-ctx.Done():
	case err = <-s.exit:
	case err = <-failed:
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	if srv.Shutdown(stop) != nil {
		srv.Close()
	}
	return err
}

// Until closes its server when the caller says so, who may have waited before.
func (s *Service) Until(l net.Listener, stop <-chan struct{}) error {
	srv := &http.Server{Handler: http.HandlerFunc(s.user), ReadTimeout: 15 * time.Second}
	go func() {
		<-stop
		srv.Close()
	}()
	return srv.Serve(l)
}

// Pause gives open requests their time before it closes the server.
func (s *Service) Pause(ctx context.Context, l net.Listener, idle <-chan struct{}) error {
	srv := &http.Server{Handler: http.HandlerFunc(s.user), ReadTimeout: 15 * time.Second}
	go func() {
		<-ctx.Done()
		<-idle
		srv.Close()
	}()
	return srv.Serve(l)
}
