// Package crosspkg waits in another package, and holds nothing then.
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

// Stop gives up the lock first.
func (c *Cache) Stop() {
	c.mu.Lock()
	close(c.quit)
	c.mu.Unlock()
	c.group.Wait()
}
