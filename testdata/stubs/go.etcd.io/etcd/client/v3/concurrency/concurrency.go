// Package concurrency is a stub of go.etcd.io/etcd/client/v3/concurrency v3.7.3, https://pkg.go.dev/go.etcd.io/etcd/client/v3@v3.7.3/concurrency.
package concurrency

import (
	"context"

	clientv3 "go.etcd.io/etcd/client/v3"
)

type Session struct {
	_ int
}

type SessionOption func()

func NewSession(client *clientv3.Client, opts ...SessionOption) (*Session, error) {
	return &Session{}, nil
}

func (s *Session) Orphan() {}

func (s *Session) Close() error { return nil }

type Mutex struct {
	s *Session
}

func NewMutex(s *Session, pfx string) *Mutex { return &Mutex{s} }

func (m *Mutex) Lock(ctx context.Context) error { return nil }

func (m *Mutex) Unlock(ctx context.Context) error { return nil }

func (m *Mutex) Key() string { return "" }
