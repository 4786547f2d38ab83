// Package addatstop counts its goroutines when it starts them.
package addatstop

import "sync"

// Manager runs two goroutines.
type Manager struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func New() *Manager {
	m := &Manager{quit: make(chan struct{})}
	m.wg.Add(1)
	go m.watch()
	return m
}

func (m *Manager) watch() {
	defer m.wg.Done()
	<-m.quit
}

func (m *Manager) Stop() {
	close(m.quit)
	m.wg.Wait()
}
