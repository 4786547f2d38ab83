// Package lastwork waits for its clean-up.
package lastwork

import (
	"bufio"
	"context"
	"net"

	"example.com/samples/goroutineleak/good/lastwork/feed"
)

type Manager struct{ callbacks []func() }

func (m *Manager) Run(ctx context.Context, signals <-chan string) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		select {
		case <-signals:
			m.Shutdown()
		case <-ctx.Done():
			m.Shutdown()
		}
	}()
	<-done
}

func (m *Manager) Shutdown() {
	for _, f := range m.callbacks {
		f()
	}
}

func Record(ctx context.Context, w *bufio.Writer, lines <-chan string) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case l := <-lines:
				w.WriteString(l)
			case <-ctx.Done():
				w.Flush()
				return
			}
		}
	}()
	<-ctx.Done()
	<-done
}

// Hold closes a connection at the end, which the kernel does as well.
func Hold(ctx context.Context, conn net.Conn) {
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	<-ctx.Done()
}

// Journal writes what it follows; the clean-up is its own and comes after.
type Journal struct{ out *bufio.Writer }

func (j *Journal) Run(ctx context.Context, lines <-chan string) {
	feed.Follow(ctx, lines, func(l string) { j.out.WriteString(l) })
	if err := j.out.Flush(); err != nil {
		return
	}
	<-ctx.Done()
}
