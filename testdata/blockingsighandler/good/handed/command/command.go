// Package command watches until it is told to stop.
package command

// Monitor is a command.
type Monitor struct {
	Stop <-chan struct{}
}

// Run runs the command.
func (m *Monitor) Run(lines <-chan string) {
	for {
		select {
		case <-lines:
		case <-m.Stop:
			return
		}
	}
}
