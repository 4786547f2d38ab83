// Package uncounted counts the goroutine that starts others, or waits for it.
package uncounted

import (
	"net"
	"sync"
)

type source struct{ parts chan chan string }

func (s *source) Close() { close(s.parts) }

type Consumer struct {
	src *source
	wg  sync.WaitGroup
}

func (c *Consumer) Start() {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		for p := range c.src.parts {
			c.wg.Add(1)
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

// Joined waits for the goroutine by its channel first.
type Joined struct {
	src   *source
	wg    sync.WaitGroup
	ended chan struct{}
}

func (j *Joined) Start() {
	go func() {
		defer close(j.ended)
		for p := range j.src.parts {
			j.wg.Add(1)
			go j.handle(p)
		}
	}()
}

func (j *Joined) handle(p chan string) {
	defer j.wg.Done()
	for m := range p {
		println(m)
	}
}

func (j *Joined) Close() {
	j.src.Close()
	<-j.ended
	j.wg.Wait()
}

// Listener is silent: once it is closed, Accept brings nothing more.
type Listener struct {
	l  net.Listener
	wg sync.WaitGroup
}

func (l *Listener) Start() {
	go func() {
		for {
			c, err := l.l.Accept()
			if err != nil {
				return
			}
			l.wg.Add(1)
			go func() {
				defer l.wg.Done()
				c.Close()
			}()
		}
	}()
}

func (l *Listener) Close() {
	l.l.Close()
	l.wg.Wait()
}
