// Package queue works off requests.
package queue

// Request is answered with the errors that it meets.
type Request struct {
	Line string
	Done chan error
}

// Queue takes requests.
type Queue interface{ Submit(Request) }

// New returns a queue.
func New(do func(string) error) Queue {
	q := make(queue, 10)
	go func() {
		for r := range q {
			if err := do(r.Line); err != nil {
				r.Done <- err
			}
			close(r.Done)
		}
	}()
	return q
}

type queue chan Request

func (q queue) Submit(r Request) { q <- r }
