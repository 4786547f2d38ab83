// Package tornabove closes, in the caller of a stop that only tells its goroutines to end, what they still work on.
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
}

func newCollector(out *log) *collector {
	c := &collector{out: out, stop: make(chan struct{})}
	go c.gather() // want `out.Close \(line 49\) comes without a wait for this goroutine, which still uses out`
	return c
}

func (c *collector) gather() {
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

func (c *collector) Close() { close(c.stop) }

// Collect closes the file as soon as it has told the collector to end.
func Collect(ctx context.Context, f *os.File) {
	out := &log{f}
	c := newCollector(out)
	<-ctx.Done()
	c.Close()
	out.Close()
}
