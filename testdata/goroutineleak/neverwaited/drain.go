// Package neverwaited counts goroutines and never waits for them.
package neverwaited

import "sync"

type runner struct {
	places chan struct{}
	wg     sync.WaitGroup
}

func newRunner(n int) *runner { return &runner{places: make(chan struct{}, n)} }

func (r *runner) Schedule(f func()) {
	r.wg.Add(1)
	r.places <- struct{}{}
	go func() {
		defer func() {
			<-r.places
			r.wg.Done()
		}()
		f()
	}()
}

func (r *runner) Wait() { r.wg.Wait() }

// Wheel holds what is due later.
type Wheel struct{ due map[string]string }

// Drain runs all at once, and returns while the last ones still run.
func (w *Wheel) Drain(f func(key, value string)) {
	r := newRunner(4)
	for k, v := range w.due {
		r.Schedule(func() { f(k, v) }) // want `the function returns before its goroutines have ended: nothing calls r.Wait`
	}
}

// Each forgets the wait that its group is made for.
func Each(items []string, f func(string)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() { // want `nothing calls wg.Wait`
			defer wg.Done()
			f(it)
		}()
	}
}
