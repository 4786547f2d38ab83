// Package lease takes leases and keeps them.
package lease

import (
	"context"
	"sync"
	"time"

	"github.com/bsm/redislock"
)

// RunOnce does its work under a lock.
func RunOnce(ctx context.Context, c *redislock.Client, work func()) error {
	_, err := c.Obtain(ctx, "job", time.Minute, nil) // want `nothing calls Release, so others wait until the lease of c.Obtain expires \[unreleased/lease\]`
	if err != nil {
		return err
	}
	work()
	return nil
}

// Lock is a lock that many processes share.
type Lock interface {
	Acquire(name string, ttl time.Duration) (bool, error)
	Forfeit(name string) error
}

// Leader wants to lead.
type Leader struct {
	lock Lock
	quit chan struct{}
	wg   sync.WaitGroup
}

func (l *Leader) Start() {
	l.wg.Go(func() {
		for {
			l.lock.Acquire("leader", time.Minute)
			select {
			case <-time.After(30 * time.Second):
			case <-l.quit:
				return
			}
		}
	})
}

func (l *Leader) Close() error { // want `Close keeps what Acquire took: nothing calls Forfeit, so others wait until it expires \[unreleased/lease\]`
	close(l.quit)
	l.wg.Wait()
	return nil
}
