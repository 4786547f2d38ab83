package basic

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Queue has workers that range over its jobs.
type Queue struct {
	jobs chan int
	wg   sync.WaitGroup
}

// NewQueue starts the workers.
func NewQueue(work func(int)) *Queue {
	q := &Queue{jobs: make(chan int)}
	q.wg.Add(1)
	go q.run(work)
	return q
}

func (q *Queue) run(work func(int)) {
	defer q.wg.Done()
	for n := range q.jobs {
		work(n)
	}
}

// Close closes the jobs first.
func (q *Queue) Close() {
	close(q.jobs)
	q.wg.Wait()
}

// Ticker runs until its ctx ends.
type Ticker struct {
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

// NewTicker starts the loop.
func NewTicker(work func()) *Ticker {
	t := &Ticker{}
	t.ctx, t.cancel = context.WithCancel(context.Background())
	t.wg.Go(func() { t.loop(work) })
	return t
}

func (t *Ticker) loop(work func()) {
	for {
		select {
		case <-t.ctx.Done():
			return
		case <-time.After(time.Second):
			work()
		}
	}
}

// Stop cancels and then waits.
func (t *Ticker) Stop() {
	defer t.wg.Wait()
	t.cancel()
}

// Bounded is a ticker whose caller can end it: the cancel after the wait only tidies up.
type Bounded struct {
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

// NewBounded starts the loop.
func NewBounded(parent context.Context, work func()) *Bounded {
	b := &Bounded{}
	b.ctx, b.cancel = context.WithCancel(parent)
	b.wg.Go(func() {
		for {
			select {
			case <-b.ctx.Done():
				return
			case <-time.After(time.Second):
				work()
			}
		}
	})
	return b
}

// Stop is called when the parent has ended.
func (b *Bounded) Stop() {
	b.wg.Wait()
	b.cancel()
}

// runAll has workers that can end on their own.
func runAll(n int, work func(<-chan struct{}) error) {
	quit := make(chan struct{})
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			select {
			case <-quit:
			default:
				_ = work(quit)
			}
		})
	}
	wg.Wait()
	close(quit)
}

// serveThenStop stops the server and then waits for Serve.
func serveThenStop(srv *http.Server, l net.Listener) error {
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return errors.Join(srv.Shutdown(ctx), <-served)
}

// serveUntilFailure waits for a server that somebody else stops, and tidies up.
func serveUntilFailure(srv *http.Server, l net.Listener) error {
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	err := <-served
	srv.Close()
	return err
}

// streams answers requests that stay open.
type streams struct {
	open sync.WaitGroup
	srv  *http.Server
}

func (s *streams) serve(w http.ResponseWriter, r *http.Request) {
	s.open.Add(1)
	defer s.open.Done()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-time.After(time.Second):
			w.Write([]byte("tick\n"))
		}
	}
}

// Stop lets no new streams in, then waits.
func (s *streams) Stop(ctx context.Context) error {
	err := s.srv.Shutdown(ctx)
	s.open.Wait()
	return err
}

// acceptor takes connections.
type acceptor struct {
	l  net.Listener
	wg sync.WaitGroup
}

func (a *acceptor) start(serve func(net.Conn)) {
	a.wg.Add(1)
	go func() {
		defer a.wg.Done()
		for {
			c, err := a.l.Accept()
			if err != nil {
				return
			}
			go serve(c)
		}
	}()
}

// Stop closes the listener and waits.
func (a *acceptor) Stop() {
	a.l.Close()
	a.wg.Wait()
}
