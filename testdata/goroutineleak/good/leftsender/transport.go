package leftsender

// Transport keeps connections for its users.
type Transport struct {
	closed bool
	idle   []int
	dial   chan string
	ret    chan int
	stop   chan struct{}
}

func NewTransport() *Transport {
	return &Transport{dial: make(chan string), ret: make(chan int), stop: make(chan struct{})}
}

func (t *Transport) Start() {
	go func() {
		for {
			select {
			case <-t.dial:
				t.ret <- len(t.idle)
			case <-t.stop:
				close(t.ret)
				return
			}
		}
	}()
}

// Dial asks for a connection, if there is somebody to ask.
func (t *Transport) Dial(proto string) int {
	if t.closed {
		return 0
	}
	t.dial <- proto
	return <-t.ret
}

func (t *Transport) Stop() {
	t.closed = true
	close(t.stop)
}
