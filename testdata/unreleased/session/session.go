// Package session holds locks that lie on a server.
package session

import (
	"context"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

// Guard works under a lock whose session lives on.
func Guard(ctx context.Context, c *clientv3.Client, work func()) error {
	s, err := concurrency.NewSession(c)
	if err != nil {
		return err
	}
	m := concurrency.NewMutex(s, "/bills")
	if err := m.Lock(ctx); err != nil { // want `nothing calls Unlock, so others wait until the lease of m.Lock expires \[unreleased/lease\]`
		return err
	}
	work()
	return nil
}
