package nevermade

import "time"

// Poller ends when who made it says so.
type Poller struct {
	done chan struct{}
}

func (p *Poller) Start(poll func()) {
	go func() {
		for {
			select {
			case <-time.After(time.Second):
				poll()
			case <-p.done:
				return
			}
		}
	}()
}

func (p *Poller) Stop() { close(p.done) }

// prepare is given the address of the channel, and stores one in it.
func prepare(done *chan struct{}) { *done = make(chan struct{}) }

func NewPoller() *Poller {
	p := &Poller{}
	prepare(&p.done)
	return p
}
