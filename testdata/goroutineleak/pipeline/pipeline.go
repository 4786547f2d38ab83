// Package pipeline has two steps with a channel between them.
package pipeline

import "sync"

// Pipeline works on jobs and keeps the results.
type Pipeline struct {
	jobs, results chan int
	steps         sync.WaitGroup
}

func New(work func(int) int, keep func(int)) *Pipeline {
	p := &Pipeline{jobs: make(chan int), results: make(chan int)}
	p.steps.Add(2)
	go p.work(work)
	go p.keep(keep)
	return p
}

func (p *Pipeline) work(work func(int) int) {
	defer p.steps.Done()
	for job := range p.jobs {
		p.results <- work(job)
	}
}

func (p *Pipeline) keep(keep func(int)) {
	defer p.steps.Done()
	for result := range p.results { // want `range over p.results never ends, because nothing closes it`
		keep(result)
	}
}

func (p *Pipeline) Do(job int) { p.jobs <- job }

func (p *Pipeline) Close() {
	close(p.jobs)
	p.steps.Wait()
}
