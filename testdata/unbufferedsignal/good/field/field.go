// Package field keeps a channel with room for a signal in a struct.
package field

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Supervisor runs jobs until a signal comes.
type Supervisor struct {
	signals chan os.Signal
	jobs    []func(context.Context)
}

// New returns a supervisor.
func New() *Supervisor {
	return &Supervisor{signals: make(chan os.Signal, 1)}
}

// Run runs the jobs, one after the other.
func (s *Supervisor) Run(ctx context.Context) {
	signal.Notify(s.signals, os.Interrupt, syscall.SIGTERM)
	for _, job := range s.jobs {
		job(ctx)
	}
	<-s.signals
}

// Given is silent: the channel comes from whoever makes a Given, and its making is not in view.
type Given struct {
	Signals chan os.Signal
}

// Run waits.
func (g Given) Run(work func()) {
	signal.Notify(g.Signals, syscall.SIGTERM)
	work()
	<-g.Signals
}
