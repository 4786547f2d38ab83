// Package tokens passes buffers back and forth over a channel. Who takes one under a lock does not wait for the end of who gives one back.
package tokens

import "sync"

type log struct {
	mu      sync.Mutex
	buffers chan []byte
	quit    chan struct{}
	lines   int
}

func open() *log {
	l := &log{buffers: make(chan []byte, 2), quit: make(chan struct{})}
	l.buffers <- make([]byte, 0, 4096)
	go l.run()
	return l
}

func (l *log) run() {
	for {
		select {
		case <-l.quit:
			return
		default:
		}
		l.mu.Lock()
		l.lines++
		l.mu.Unlock()
		l.write("tick")
	}
}

func (l *log) write(s string) {
	b := <-l.buffers
	b = append(b[:0], s...)
	l.buffers <- b
}

// Close writes a last line under the lock.
func (l *log) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.write("bye")
	close(l.quit)
}
