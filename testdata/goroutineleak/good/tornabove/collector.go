// Package tornabove waits for goroutines before it closes what they work on.
package tornabove

import (
	"context"
	"os"
	"time"
)

type log struct{ f *os.File }

func (l *log) Put(s string) error { _, err := l.f.WriteString(s); return err }
func (l *log) Close() error       { return l.f.Close() }

type collector struct {
	out  *log
	stop chan struct{}
	n    int
	done chan struct{}
}

func newCollector(out *log) *collector {
	c := &collector{out: out, stop: make(chan struct{}), done: make(chan struct{})}
	go c.gather()
	return c
}

func (c *collector) gather() {
	defer close(c.done)
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			c.n++
		case <-c.stop:
			c.out.Put("last")
			return
		}
	}
}

func (c *collector) Close() {
	close(c.stop)
	<-c.done
}

// counter has nothing more to write when it is told to end, and what it writes to holds nothing back: a write that comes too late is refused.
type counter struct {
	out  *log
	stop chan struct{}
}

func (c *counter) start() {
	go func() {
		for {
			select {
			case <-time.After(time.Second):
				c.out.Put("tick")
			case <-c.stop:
				return
			}
		}
	}()
}

func (c *counter) Close() { close(c.stop) }

func Count(ctx context.Context, f *os.File) {
	out := &log{f}
	c := &counter{out, make(chan struct{})}
	c.start()
	<-ctx.Done()
	c.Close()
	out.Close()
}

// Collect closes the file when the collector has ended.
func Collect(ctx context.Context, f *os.File) {
	out := &log{f}
	c := newCollector(out)
	<-ctx.Done()
	c.Close()
	out.Close()
}

// Drained waits itself, between the two.
func Drained(ctx context.Context, f *os.File) {
	out := &log{f}
	c := newCollector(out)
	<-ctx.Done()
	c.Close()
	<-c.done
	out.Close()
}

// Reversed closes the file of another.
func Reversed(ctx context.Context, f, g *os.File) {
	out, other := &log{f}, &log{g}
	c := newCollector(out)
	<-ctx.Done()
	c.Close()
	other.Close()
}
