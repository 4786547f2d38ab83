package leftsender

// Transport keeps connections for its users.
type Transport struct {
	secure bool
	idle   []int
	dial   chan string
	ret    chan int
	stop   chan struct{}
}

func NewTransport(secure bool) *Transport {
	return &Transport{secure: secure, dial: make(chan string), ret: make(chan int), stop: make(chan struct{})}
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

// Dial asks for a connection. What it asks itself before has nothing to do with the stop.
func (t *Transport) Dial(proto string) int {
	if t.secure {
		proto = "tls"
	}
	t.dial <- proto // want `blocks for ever on the send to t.dial once the loop of line 20 has left on t.stop \[goroutineleak/blocked-send\]`
	return <-t.ret
}

func (t *Transport) Stop() { close(t.stop) }
