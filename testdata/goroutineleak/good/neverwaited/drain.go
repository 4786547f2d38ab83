// Package neverwaited waits for what it counts, or leaves it to others.
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
type Wheel struct {
	due   map[string]string
	later *runner
}

func (w *Wheel) Drain(f func(key, value string)) {
	r := newRunner(4)
	for k, v := range w.due {
		r.Schedule(func() { f(k, v) })
	}
	r.Wait()
}

// Begin leaves the wait to who asks for it.
func (w *Wheel) Begin(f func(key, value string)) (wait func()) {
	r := newRunner(4)
	for k, v := range w.due {
		r.Schedule(func() { f(k, v) })
	}
	return func() { r.Wait() }
}

// Keep leaves it to a method.
func (w *Wheel) Keep(f func(key, value string)) {
	w.later = newRunner(4)
	for k, v := range w.due {
		w.later.Schedule(func() { f(k, v) })
	}
}

func (w *Wheel) End() { w.later.Wait() }

var shared = newRunner(8)

func pool() *runner { return shared }

// Lend runs on what others share and wait for.
func Lend(f func()) {
	r := pool()
	r.Schedule(f)
}

func Shared() { shared.Wait() }

// Serve takes jobs as long as the process lives.
func Serve(jobs func() func()) {
	r := newRunner(4)
	for {
		r.Schedule(jobs())
	}
}

func Each(items []string, f func(string)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(it)
		}()
	}
	wg.Wait()
}

// Results closes the channel when all have sent: who ranges over it waits.
func Results(items []string, f func(string) int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out <- f(it)
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// Handed leaves the wait to what gets the group.
func Handed(items []string, f func(string), done func(*sync.WaitGroup)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(it)
		}()
	}
	done(&wg)
}

// Watch starts what goes on until it is told to end.
func Watch(stop chan struct{}, changed chan string, f func(string)) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			select {
			case <-stop:
				return
			case c := <-changed:
				f(c)
			}
		}
	}()
}

type service struct{ wg sync.WaitGroup }

func newService() *service { return &service{} }

func (s *service) start(f func()) {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		f()
	}()
}

func (s *service) Start() { s.start(func() {}) }

func (s *service) Wait() { s.wg.Wait() }

// Begun starts something that lives as long as the process, and no job.
func Begun() {
	s := newService()
	s.Start()
}
