// Package queue hands videos to workers.
package queue

import (
	"context"
	"errors"
	"sync"

	"google.golang.org/grpc"
)

// Queue is a queue of videos.
type Queue struct {
	videos chan string
	wg     sync.WaitGroup

	mu     sync.Mutex
	failed []string
}

// New returns a queue.
func New() *Queue {
	return &Queue{videos: make(chan string)}
}

// Work starts a worker.
func (q *Queue) Work(encode func(string)) {
	q.wg.Go(func() {
		for {
			video := <-q.videos // want `\[goroutineleak/closed-receive\]`
			encode(video)
		}
	})
}

// Close ends the workers. Nobody may add when it is called.
func (q *Queue) Close() {
	close(q.videos)
	q.wg.Wait()
}

// Retry forgets what failed.
func (q *Queue) Retry() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.failed = nil
}

// Add hands a video to a worker.
func (q *Queue) Add(ctx context.Context, video string) error {
	select {
	case q.videos <- video:
		return nil
	case <-ctx.Done():
		q.mu.Lock()
		defer q.mu.Unlock()
		q.failed = append(q.failed, video)
		return errors.Join(errors.New("no worker is free"), ctx.Err())
	}
}

// Adder is what the service calls.
type Adder interface {
	Add(ctx context.Context, video string) error
}

// Register adds the service to a server.
func Register(s grpc.ServiceRegistrar, a Adder) {
	s.RegisterService(&service, a)
}

var service = grpc.ServiceDesc{
	ServiceName: "videos.Queue",
	HandlerType: (*Adder)(nil),
	Methods:     []grpc.MethodDesc{{MethodName: "Add", Handler: add}},
}

func add(srv any, ctx context.Context, dec func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
	var video string
	if err := dec(&video); err != nil {
		return nil, err
	}
	return nil, srv.(Adder).Add(ctx, video)
}
