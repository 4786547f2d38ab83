// Package leftsender gives up a send when the loop has left.
package leftsender

import (
	"errors"
	"fmt"
	"sync"
)

type Stream struct {
	done chan struct{}
	ch   chan string
}

func New() *Stream { return &Stream{done: make(chan struct{}), ch: make(chan string)} }

func (s *Stream) Send(line string) error {
	select {
	case s.ch <- line:
		return nil
	case <-s.done:
		return errors.New("stopped")
	}
}

func (s *Stream) Start() {
	go func() {
		for {
			select {
			case <-s.done:
				return
			case l := <-s.ch:
				fmt.Println(l)
			}
		}
	}()
}

func (s *Stream) Stop() { close(s.done) }

// Pool waits for its senders before its loop is told to leave.
type Pool struct {
	senders sync.WaitGroup
	done    chan struct{}
	ch      chan string
}

func NewPool() *Pool { return &Pool{done: make(chan struct{}), ch: make(chan string)} }

func (p *Pool) Send(line string) {
	defer p.senders.Done()
	p.ch <- line
}

func (p *Pool) Start() {
	go func() {
		for {
			select {
			case <-p.done:
				return
			case l := <-p.ch:
				fmt.Println(l)
			}
		}
	}()
}

func (p *Pool) Stop() {
	p.senders.Wait()
	close(p.done)
}
