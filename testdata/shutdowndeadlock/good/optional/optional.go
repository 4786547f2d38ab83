// Package optional counts its goroutines only where a group is given.
package optional

import "sync"

// Collector gathers values.
type Collector struct {
	sources []func() (int, error)
}

// Collect asks all sources and waits for them.
func (c *Collector) Collect(out chan<- int) {
	wg := &sync.WaitGroup{}
	for _, source := range c.sources {
		wg.Add(1)
		go ask(source, out, wg)
	}
	wg.Wait()
}

// Once asks the first source.
func (c *Collector) Once(out chan<- int) { ask(c.sources[0], out, nil) }

func ask(source func() (int, error), out chan<- int, wg *sync.WaitGroup) {
	if wg != nil {
		defer wg.Done()
	}
	n, err := source()
	if err != nil {
		return
	}
	out <- n
}
