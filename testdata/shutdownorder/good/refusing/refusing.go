// Package refusing asks whether a ctx has ended before it sends, and Stop cancels that ctx before it closes: who runs both waits for the one before it calls
// the other. The input of telegraf that watches a folder has this form (influxdata/telegraf b2726314).
package refusing

import (
	"context"
	"os"
	"sync"
)

// Watcher reads the files of a folder.
type Watcher struct {
	ctx    context.Context
	cancel context.CancelFunc
	files  chan string
	sizes  int64
	wg     sync.WaitGroup
}

// Start reads what is found.
func (w *Watcher) Start() {
	w.ctx, w.cancel = context.WithCancel(context.Background())
	w.files = make(chan string, 10)
	w.wg.Go(func() {
		for name := range w.files {
			if info, err := os.Stat(name); err == nil {
				w.sizes += info.Size()
			}
		}
	})
}

// Look finds files.
func (w *Watcher) Look(names []string) {
	found := func(name string) bool {
		if w.ctx.Err() != nil {
			return false
		}
		w.add(name)
		return true
	}
	for _, name := range names {
		if !found(name) {
			return
		}
	}
}

func (w *Watcher) add(name string) {
	if name != "" {
		w.files <- name
	}
}

// Stop ends the reading.
func (w *Watcher) Stop() {
	w.cancel()
	close(w.files)
	w.wg.Wait()
}

// dummy stands for a device in tests, which are all that calls Send.
type dummy struct{ out chan int }

func newDummy() *dummy { return &dummy{out: make(chan int)} }

func (d *dummy) Send(n int) { d.out <- n }

func (d *dummy) Close() { close(d.out) }

// Sum adds up what a device gives.
func Sum() (sum int) {
	d := newDummy()
	defer d.Close()
	for range 3 {
		sum += <-d.out
	}
	return sum
}
