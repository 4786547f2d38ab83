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

// Close waits for the workers first.
func (q *Queue) Close() {
	q.wg.Wait() // want `^q\.wg\.Wait waits for goroutines that end only by close at line 39 \[shutdowndeadlock/wait-before-stop\]$`
	close(q.jobs)
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

// Stop defers the cancel under the wait.
func (t *Ticker) Stop() {
	defer t.cancel()
	t.wg.Wait() // want `t\.wg\.Wait waits for goroutines that end only by t\.cancel at line 70 \[shutdowndeadlock/wait-before-stop\]`
}

// serveThenStop waits for Serve before the Shutdown that ends it.
func serveThenStop(srv *http.Server, l net.Listener) error {
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return errors.Join(<-served, srv.Shutdown(ctx)) // want `receive from served waits for the end of Serve, but srv\.Shutdown comes only at line 83 \[shutdowndeadlock/wait-before-stop\]`
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

// Stop waits for the streams while new ones come.
func (s *streams) Stop(ctx context.Context) error {
	s.open.Wait() // want `s\.open\.Wait waits for requests while the server takes new ones until s\.srv\.Shutdown at line 108 \[shutdowndeadlock/wait-before-stop\]`
	return s.srv.Shutdown(ctx)
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

// Stop waits for the loop that only the close of the listener ends.
func (a *acceptor) Stop() {
	a.wg.Wait() // want `a\.wg\.Wait waits for goroutines that end only by a\.l\.Close at line 134`
	a.l.Close()
}
