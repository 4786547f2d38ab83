// Package stream closes channels that only the one who sends can close.
package stream

import "time"

// Pipe is an io.WriteCloser over what somebody else reads: who writes closes, when all is written.
type Pipe struct{ out chan<- []byte }

// NewPipe returns a pipe to the channel.
func NewPipe(out chan<- []byte) *Pipe { return &Pipe{out} }

// Write sends a copy.
func (p *Pipe) Write(b []byte) (int, error) {
	p.out <- append([]byte(nil), b...)
	return len(b), nil
}

// Close ends the stream.
func (p *Pipe) Close() error {
	close(p.out)
	return nil
}

// Stage is one step of a chain, run by one goroutine.
type Stage struct {
	in  <-chan []byte
	out chan<- []byte
}

// Emit hands a piece on.
func (s *Stage) Emit(b []byte) { s.out <- b }

// Close tells the next stage that nothing follows.
func (s *Stage) Close() { close(s.out) }

// Copy hands on what comes in, to its end.
func (s *Stage) Copy() {
	for b := range s.in {
		s.Emit(b)
	}
	s.Close()
}

// Split hands on each piece in halves, to its end.
func (s *Stage) Split() {
	for b := range s.in {
		s.Emit(b[:len(b)/2])
		s.Emit(b[len(b)/2:])
	}
	s.Close()
}

// Echo reads what the stage before it emits.
func (s *Stage) Echo(to func([]byte)) {
	for b := range s.in {
		to(b)
	}
}

// Clock is set by hand, and whoever reads it is elsewhere.
type Clock struct{ ticks chan time.Time }

// Ticks returns the channel to receive from.
func (c *Clock) Ticks() <-chan time.Time { return c.ticks }

// Tick ticks once.
func (c *Clock) Tick() { c.ticks <- time.Now() }

// Stop ends the ticks.
func (c *Clock) Stop() { close(c.ticks) }

// updates are handed on by one goroutine.
type updates struct {
	queue chan string
	quit  chan struct{}
}

// NewUpdates returns what puts an update into the queue, and what stops the queue.
func NewUpdates(send func(string)) (put func(string), stop func()) {
	u := &updates{make(chan string, 100), make(chan struct{})}
	go func() {
		for {
			select {
			case s, ok := <-u.queue:
				if !ok {
					return
				}
				send(s)
			case <-u.quit:
				return
			}
		}
	}()
	return u.Put, u.Stop
}

// Put queues an update, or drops it.
func (u *updates) Put(s string) {
	select {
	case u.queue <- s:
	default:
	}
}

// Stop ends the goroutine.
func (u *updates) Stop() { close(u.quit) }

// DrainAndStop is for tests, which put nothing more.
func (u *updates) DrainAndStop() { close(u.queue) }
