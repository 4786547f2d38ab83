// Package leftsender sends to a loop that has left.
package leftsender

import "fmt"

// Stream lets many callers send.
type Stream struct {
	done chan struct{}
	ch   chan string
}

func New() *Stream { return &Stream{done: make(chan struct{}), ch: make(chan string)} }

func (s *Stream) Send(line string) error {
	s.ch <- line // want `blocks for ever on the send to s.ch once the loop of line 25 has left on s.done \[goroutineleak/blocked-send\]`
	return nil
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
