// Package pool hands out the channel of its workers to who closes it.
package pool

// workers runs what is sent, until the channel is closed.
func workers(n int) chan<- func() {
	jobs := make(chan func(), n)
	for range n {
		go func() {
			for job := range jobs {
				job()
			}
		}()
	}
	return jobs
}

// All does all jobs, many at a time.
func All(jobs []func()) {
	pool := workers(8)
	defer close(pool)
	for _, j := range jobs {
		pool <- j
	}
}

// Keys makes the first key before it returns, and others later.
func Keys(next func() string, set func(string), again func() bool) {
	first := make(chan struct{})
	go func() {
		for {
			set(next())
			if first != nil {
				first <- struct{}{}
				first = nil
			}
			if !again() {
				break
			}
		}
	}()
	<-first
}
