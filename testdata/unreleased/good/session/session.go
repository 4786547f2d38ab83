// Package session gives up the locks that lie on a server, or leaves them to others.
package session

import (
	"context"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

// Guard ends its session, and with it the lock.
func Guard(ctx context.Context, c *clientv3.Client, work func()) error {
	s, err := concurrency.NewSession(c)
	if err != nil {
		return err
	}
	defer s.Close()
	m := concurrency.NewMutex(s, "/bills")
	if err := m.Lock(ctx); err != nil {
		return err
	}
	work()
	return nil
}

// Lend locks for who asks: the lease is theirs, and so is the key.
func Lend(ctx context.Context, c *clientv3.Client) (string, error) {
	s, err := orphan(c)
	if err != nil {
		return "", err
	}
	m := concurrency.NewMutex(s, "/bills")
	if err := m.Lock(ctx); err != nil {
		return "", err
	}
	return m.Key(), nil
}

func orphan(c *clientv3.Client) (*concurrency.Session, error) {
	s, err := concurrency.NewSession(c)
	if err != nil {
		return nil, err
	}
	s.Orphan()
	return s, nil
}

// Under locks in the session of its caller, who ends it.
func Under(ctx context.Context, s *concurrency.Session, work func()) error {
	m := concurrency.NewMutex(s, "/bills")
	if err := m.Lock(ctx); err != nil {
		return err
	}
	work()
	return nil
}
