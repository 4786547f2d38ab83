// Package atdone stops its servers at once when their ctx ends.
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

// Serve serves until ctx ends, and cuts what is open then.
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
	srv.Close() // want `^srv\.Close cuts the open requests of srv at the stop \[noshutdown/no-path\]$`
	return err
}
