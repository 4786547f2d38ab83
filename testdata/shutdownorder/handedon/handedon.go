// Package handedon closes the queue of workers that get it as an argument.
package handedon

import "sync"

// Pool runs jobs.
type Pool struct {
	jobs chan int
	wg   sync.WaitGroup
}

// New starts the workers.
func New(n int) *Pool {
	p := &Pool{jobs: make(chan int)}
	for range n {
		p.wg.Add(1)
		go work(p.jobs, &p.wg)
	}
	return p
}

// Push hands out a job.
func (p *Pool) Push(job int) { p.jobs <- job }

// Shutdown waits for the workers, and not for those who push.
func (p *Pool) Shutdown() {
	close(p.jobs) // want `a call of Push after this close sends on the closed channel and panics \[shutdownorder/send-on-closed\]`
	p.wg.Wait()
}

func work(jobs <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range jobs {
	}
}
