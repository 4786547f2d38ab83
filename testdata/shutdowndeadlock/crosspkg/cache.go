// Package crosspkg waits in another package.
package crosspkg

import (
	"sync"

	"example.com/samples/shutdowndeadlock/crosspkg/lib"
)

// Cache has refreshers.
type Cache struct {
	mu    sync.Mutex
	group lib.Group
	quit  chan struct{}
	due   chan string
	items map[string]int
}

// Start starts a refresher.
func (c *Cache) Start() {
	c.group.Go(func() {
		for {
			select {
			case <-c.quit:
				return
			case key := <-c.due:
				c.mu.Lock()
				c.items[key]++
				c.mu.Unlock()
			}
		}
	})
}

// Stop waits under the lock.
func (c *Cache) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(c.quit)
	c.group.Wait() // want `c\.group\.Wait waits under c\.mu\.Lock for a goroutine .* \[shutdowndeadlock/lock-held\]`
}
