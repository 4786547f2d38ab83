// Package timer waits for timers that are stopped.
package timer

import (
	"sync"
	"time"
)

// Collector deletes keys some time after they were scheduled.
type Collector struct {
	mu     sync.Mutex
	timers map[string]*time.Timer
	delete func(string)
}

// Schedule leaves a goroutine behind for each key that is cancelled.
func (c *Collector) Schedule(key string, after time.Duration) {
	timer := time.NewTimer(after)
	c.mu.Lock()
	c.timers[key] = timer
	c.mu.Unlock()
	go func() {
		<-timer.C // want `\[goroutineleak/blocked-receive\]`
		c.delete(key)
	}()
}

// Cancel stops the timer.
func (c *Collector) Cancel(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if timer, ok := c.timers[key]; ok {
		timer.Stop()
		delete(c.timers, key)
	}
}

// Once is silent: nothing stops its timer.
func Once(after time.Duration, run func()) {
	timer := time.NewTimer(after)
	go func() {
		<-timer.C
		run()
	}()
}

// Keeper asks a channel of its own as well.
type Keeper struct {
	timer *time.Timer
	done  chan struct{}
}

// Start is silent: the goroutine ends with Stop.
func (k *Keeper) Start(after time.Duration, run func()) {
	k.timer, k.done = time.NewTimer(after), make(chan struct{})
	go func() {
		select {
		case <-k.timer.C:
			run()
		case <-k.done:
		}
	}()
}

// Stop stops the timer and ends the goroutine.
func (k *Keeper) Stop() {
	k.timer.Stop()
	close(k.done)
}
