// Package pipeline has two steps, of which the first tells the second that it has ended.
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
	defer close(p.results)
	for job := range p.jobs {
		p.results <- work(job)
	}
}

func (p *Pipeline) keep(keep func(int)) {
	defer p.steps.Done()
	for result := range p.results {
		keep(result)
	}
}

func (p *Pipeline) Do(job int) { p.jobs <- job }

func (p *Pipeline) Close() {
	close(p.jobs)
	p.steps.Wait()
}
