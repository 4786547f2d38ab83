// Package stage works off what others push by a function of its maker's: that one has the order of its calls in hand. The stages that telegraf's processors
// share have this form (influxdata/telegraf b2726314): each processor is fed and stopped by one goroutine.
package stage

import "sync"

// Stage hands items to a function.
type Stage struct {
	items chan string
	wg    sync.WaitGroup
}

type job struct {
	item   string
	result chan string
}

// Ordered is a stage that keeps the order.
type Ordered struct {
	jobs  chan job
	order chan chan string
	wg    sync.WaitGroup
}

// New makes a stage.
func New(do func(string)) *Stage {
	s := &Stage{items: make(chan string)}
	s.wg.Go(func() {
		for item := range s.items {
			do(item)
		}
	})
	return s
}

// Push adds an item.
func (s *Stage) Push(item string) { s.items <- item }

// Stop ends the stage when its maker has nothing more to push.
func (s *Stage) Stop() {
	close(s.items)
	s.wg.Wait()
}

// NewOrdered makes a stage whose results come in order.
func NewOrdered(do func(string) string, emit func(string)) *Ordered {
	o := &Ordered{jobs: make(chan job), order: make(chan chan string, 10)}
	o.wg.Go(func() {
		for j := range o.jobs {
			j.result <- do(j.item)
		}
	})
	o.wg.Go(func() {
		for result := range o.order {
			emit(<-result)
		}
	})
	return o
}

// Push adds an item.
func (o *Ordered) Push(item string) {
	result := make(chan string, 1)
	o.order <- result
	o.jobs <- job{item, result}
}

// Stop ends the stage.
func (o *Ordered) Stop() {
	close(o.order)
	close(o.jobs)
	o.wg.Wait()
}
