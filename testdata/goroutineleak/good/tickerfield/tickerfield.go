// Package tickerfield leaves its ticker's loop when it is closed.
package tickerfield

import (
	"sync"
	"time"
)

// Flusher flushes every second.
type Flusher struct {
	flush func()
	tick  *time.Ticker
	quit  chan struct{}
	wg    sync.WaitGroup
}

func NewFlusher(flush func()) *Flusher {
	f := &Flusher{flush: flush, tick: time.NewTicker(time.Second), quit: make(chan struct{})}
	f.wg.Go(f.run)
	return f
}

func (f *Flusher) run() {
	for {
		select {
		case <-f.tick.C:
			f.flush()
		case <-f.quit:
			return
		}
	}
}

func (f *Flusher) Close() {
	f.tick.Stop()
	close(f.quit)
	f.wg.Wait()
}
