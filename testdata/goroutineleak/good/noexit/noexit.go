// Package noexit starts goroutines that can end, or that need not.
package noexit

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// Selected is silent: the ctx ends the loop.
func Selected(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				work()
			}
		}
	})
	<-ctx.Done()
	wg.Wait()
}

// Checked is silent: an error ends the loop.
func Checked(ctx context.Context, poll func(context.Context) error) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		for {
			if err := poll(ctx); err != nil {
				return err
			}
		}
	})
	return g.Wait()
}

// Labelled is silent: the break leaves the loop.
func Labelled(done <-chan struct{}, work func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
	loop:
		for {
			select {
			case <-done:
				break loop
			default:
				work()
			}
		}
		log.Print("worker ends")
	})
	<-done
	wg.Wait()
}

// Accepting is silent: closing the listener ends the loop.
func Accepting(ctx context.Context, ln net.Listener, serve func(net.Conn)) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			c, err := ln.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err == nil {
				serve(c)
			}
		}
	})
	<-ctx.Done()
	ln.Close()
	wg.Wait()
}

// Copied is silent: the end of the input ends the loop.
func Copied(r io.Reader, use func([]byte)) {
	var wg sync.WaitGroup
	wg.Go(func() {
		buf := make([]byte, 4096)
		for {
			n, err := r.Read(buf)
			if err != nil {
				return
			}
			use(buf[:n])
		}
	})
	wg.Wait()
}

// Helped is silent: a helper says when to end.
func Helped(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for pause(ctx, time.Second) {
			work()
		}
	})
	<-ctx.Done()
	wg.Wait()
}

func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// Flagged is silent: what the loop asks is not understood, but it can end.
func Flagged(stopped func() bool, work func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for !stopped() {
			work()
		}
	})
	wg.Wait()
}

// Poller ends at Close.
type Poller struct {
	done chan struct{}
	poll func()
}

// NewPoller is silent: Close ends the goroutine.
func NewPoller(poll func()) *Poller {
	p := &Poller{done: make(chan struct{}), poll: poll}
	go p.run()
	return p
}

func (p *Poller) run() {
	for {
		select {
		case <-p.done:
			return
		case <-time.After(time.Second):
			p.poll()
		}
	}
}

// Close ends the goroutine.
func (p *Poller) Close() {
	close(p.done)
}

// Bounded is silent: the loop has an end.
func Bounded(ctx context.Context, n int, work func()) {
	go func() {
		for range n {
			work()
		}
	}()
}
