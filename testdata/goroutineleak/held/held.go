// Package held keeps in structs what goroutines wait for.
package held

import (
	"context"
	"sync"
	"time"

	"github.com/oklog/run"
)

// Lifecycle is what services embed.
type Lifecycle struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

// Stop ends the goroutines and waits for them.
func (l *Lifecycle) Stop() {
	close(l.quit)
	l.wg.Wait()
}

// Deaf does not ask quit.
type Deaf struct {
	Lifecycle
	work func()
}

// NewDeaf returns a Deaf.
func NewDeaf(work func()) *Deaf {
	return &Deaf{Lifecycle: Lifecycle{quit: make(chan struct{})}, work: work}
}

// Start starts the goroutine.
func (d *Deaf) Start() {
	d.wg.Add(1)
	go d.loop() // want `\[goroutineleak/no-exit\]`
}

func (d *Deaf) loop() {
	defer d.wg.Done()
	for {
		d.work()
		time.Sleep(time.Second)
	}
}

// Hearing asks quit.
type Hearing struct {
	Lifecycle
	work func()
}

// NewHearing returns a Hearing.
func NewHearing(work func()) *Hearing {
	return &Hearing{Lifecycle: Lifecycle{quit: make(chan struct{})}, work: work}
}

// Start is silent: Stop ends the goroutine.
func (h *Hearing) Start() {
	h.wg.Add(1)
	go h.loop()
}

func (h *Hearing) loop() {
	defer h.wg.Done()
	for {
		select {
		case <-h.quit:
			return
		case <-time.After(time.Second):
			h.work()
		}
	}
}

// Batch collects values of any kind.
type Batch[T any] struct {
	in    chan T
	wg    sync.WaitGroup
	flush func([]T)
}

// NewBatch collects until Close, or so it looks.
func NewBatch[T any](flush func([]T)) *Batch[T] {
	b := &Batch[T]{in: make(chan T), flush: flush}
	b.wg.Go(func() {
		var batch []T
		for v := range b.in { // want `\[goroutineleak/open-range\]`
			if batch = append(batch, v); len(batch) == 100 {
				b.flush(batch)
				batch = nil
			}
		}
	})
	return b
}

// Add adds a value.
func (b *Batch[T]) Add(v T) {
	b.in <- v
}

// Close waits for the goroutine and does not close its channel.
func (b *Batch[T]) Close() {
	b.wg.Wait()
}

// Actors has an actor that does not end when it is interrupted.
func Actors(ctx context.Context, work func()) error {
	var g run.Group
	g.Add(func() error { // want `\[goroutineleak/no-exit\]`
		for {
			work()
			time.Sleep(time.Second)
		}
	}, func(error) {})
	ctx, cancel := context.WithCancel(ctx)
	g.Add(func() error {
		<-ctx.Done()
		return ctx.Err()
	}, func(error) { cancel() })
	return g.Run()
}

// Parked waits for nothing at all.
func Parked(stop <-chan struct{}, start func()) {
	var wg sync.WaitGroup
	wg.Go(func() { // want `\[goroutineleak/no-exit\]`
		start()
		select {}
	})
	<-stop
	wg.Wait()
}
