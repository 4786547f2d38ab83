// Command bad waits for timers that are stopped.
package main

import (
	"log"
	"strconv"
	"sync"
	"time"
)

// carts are thrown away some time after they were filled.
type carts struct {
	mu     sync.Mutex
	timers map[string]*time.Timer
}

func (c *carts) fill(key string) {
	timer := time.NewTimer(time.Hour)
	c.mu.Lock()
	c.timers[key] = timer
	c.mu.Unlock()
	go func() {
		<-timer.C // want `\[goroutineleak/blocked-receive\]`
		log.Print("throws away cart ", key)
	}()
}

func (c *carts) empty(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if timer, ok := c.timers[key]; ok {
		timer.Stop()
		delete(c.timers, key)
	}
}

func main() {
	c := &carts{timers: map[string]*time.Timer{}}
	for n := range 20 {
		c.fill(strconv.Itoa(n))
		c.empty(strconv.Itoa(n))
	}
	log.Print("started")
	time.Sleep(time.Minute)
}
