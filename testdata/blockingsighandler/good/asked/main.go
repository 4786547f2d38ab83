// Command asked waits for goroutines that see the end of the ctx when their ticker fires, or a flag.
package main

import (
	"context"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type worker struct {
	done atomic.Bool
	wg   sync.WaitGroup
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var clock sync.WaitGroup
	next := time.NewTicker(time.Second)
	clock.Go(func() {
		for range next.C {
			if ctx.Err() != nil {
				return
			}
			work()
		}
	})
	w := &worker{}
	w.wg.Go(w.run)
	<-ctx.Done()
	clock.Wait()
	w.stop()
}

func (w *worker) run() {
	next := time.NewTicker(time.Second)
	for range next.C {
		if w.done.Load() {
			return
		}
		work()
	}
}

func (w *worker) stop() {
	w.done.Store(true)
	w.wg.Wait()
}

func work() {}
