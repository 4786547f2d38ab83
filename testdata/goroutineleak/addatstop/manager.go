// Package addatstop counts its goroutines when it stops.
package addatstop

import "sync"

// Manager runs two goroutines.
type Manager struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func New() *Manager {
	m := &Manager{quit: make(chan struct{})}
	go m.watch()
	return m
}

func (m *Manager) watch() {
	defer m.wg.Done()
	<-m.quit
}

func (m *Manager) Stop() {
	m.wg.Add(1) // want `m.wg.Add counts the goroutine of line 14 only now; if it has ended, the count is below zero \[goroutineleak/late-add\]`
	close(m.quit)
	m.wg.Wait()
}
