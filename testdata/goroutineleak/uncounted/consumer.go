// Package uncounted counts what a goroutine starts, and not the goroutine.
package uncounted

import "sync"

type source struct{ parts chan chan string }

func (s *source) Close() { close(s.parts) }

// Consumer handles what its source brings.
type Consumer struct {
	src *source
	wg  sync.WaitGroup
}

func (c *Consumer) Start() {
	go func() {
		for p := range c.src.parts {
			c.wg.Add(1) // want `c.wg.Add runs in a goroutine that nothing counts, so the wait at line 34 can be over before`
			go c.handle(p)
		}
	}()
}

func (c *Consumer) handle(p chan string) {
	defer c.wg.Done()
	for m := range p {
		println(m)
	}
}

func (c *Consumer) Close() {
	c.src.Close()
	c.wg.Wait()
}
