// Package queue hands measurements to workers.
package queue

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"example.com/samples/apps/gateway/bad/internal/spool"
)

// Queue is a queue of measurements.
type Queue struct {
	spool *spool.Spool
	in    chan string
	wg    sync.WaitGroup
}

// New returns a queue with room for some measurements.
func New(s *spool.Spool, room int) *Queue {
	return &Queue{spool: s, in: make(chan string, room)}
}

// Start starts workers, which work until Close.
func (q *Queue) Start(workers int) {
	for range workers {
		q.wg.Go(func() {
			for m := range q.in {
				if err := q.spool.Write(m); err != nil {
					slog.Error("spool", "err", err)
				}
			}
		})
	}
}

// Add hands a measurement to a worker.
func (q *Queue) Add(ctx context.Context, measurement string) error {
	select {
	case q.in <- measurement:
		return nil
	case <-ctx.Done():
		return errors.Join(errors.New("the queue is full"), ctx.Err())
	}
}

// Close waits until all is written. Nobody may add when it is called.
func (q *Queue) Close() {
	close(q.in)
	q.wg.Wait()
}
