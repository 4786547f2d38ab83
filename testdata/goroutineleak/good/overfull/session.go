// Package overfull has two senders and room for both.
package overfull

import (
	"context"
	"errors"
	"io"
	"sync"
)

var errClosed = errors.New("closed")

// Session copies until it is closed.
type Session struct {
	origin io.ReadCloser
	closed chan error
	stop   func() error
}

func New(origin io.ReadCloser) *Session {
	closed := make(chan error, 2)
	return &Session{origin: origin, closed: closed, stop: sync.OnceValue(func() error {
		select {
		case closed <- errClosed:
		default:
		}
		return origin.Close()
	})}
}

func (s *Session) Close() error { return s.stop() }

func (s *Session) Serve(ctx context.Context) error {
	go func() {
		b := make([]byte, 1500)
		for {
			if _, err := s.origin.Read(b); err != nil {
				s.closed <- err
				return
			}
		}
	}()
	defer s.Close()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-s.closed:
			return err
		}
	}
}
