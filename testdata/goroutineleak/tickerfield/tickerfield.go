// Package tickerfield ranges over the ticker of its type.
package tickerfield

import (
	"sync"
	"time"
)

// Flusher flushes every second.
type Flusher struct {
	flush func()
	tick  *time.Ticker
	wg    sync.WaitGroup
}

func NewFlusher(flush func()) *Flusher {
	f := &Flusher{flush: flush, tick: time.NewTicker(time.Second)}
	f.wg.Go(f.run)
	return f
}

func (f *Flusher) run() {
	for range f.tick.C { // want `range over f.tick.C never ends, because Stop does not close it, and the goroutine is waited for`
		f.flush()
	}
}

func (f *Flusher) Close() {
	f.tick.Stop()
	f.wg.Wait()
}
