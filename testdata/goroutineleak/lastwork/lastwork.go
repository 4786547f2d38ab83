// Package lastwork returns while its clean-up begins.
package lastwork

import (
	"bufio"
	"context"
)

// Manager calls back when it is told to stop.
type Manager struct{ callbacks []func() }

func (m *Manager) Run(ctx context.Context, signals <-chan string) {
	go func() { // want `the function returns at the same end of the ctx and cuts m.Shutdown \(line 18\) off \[goroutineleak/not-awaited\]`
		select {
		case <-signals:
			m.Shutdown()
		case <-ctx.Done():
			m.Shutdown()
		}
	}()
	<-ctx.Done()
}

func (m *Manager) Shutdown() {
	for _, f := range m.callbacks {
		f()
	}
}

// Record writes lines until the ctx ends.
func Record(ctx context.Context, w *bufio.Writer, lines <-chan string) {
	go func() { // want `cuts w.Flush \(line 38\) off \[goroutineleak/not-awaited\]`
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
}
