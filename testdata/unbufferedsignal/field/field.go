// Package field keeps the channel in a struct.
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
	return &Supervisor{signals: make(chan os.Signal)}
}

// Run runs the jobs, one after the other.
func (s *Supervisor) Run(ctx context.Context) {
	signal.Notify(s.signals, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	for _, job := range s.jobs {
		job(ctx)
	}
	<-s.signals
}

type trap struct {
	c chan os.Signal
}

func (t *trap) wait() { <-t.c }

// Daemon embeds what waits.
type Daemon struct {
	trap
	load func()
}

// NewDaemon assigns the field after the literal.
func NewDaemon(load func()) *Daemon {
	d := &Daemon{load: load}
	d.c = make(chan os.Signal)
	return d
}

// Run loads and waits.
func (d *Daemon) Run() {
	signal.Notify(d.c, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	d.load()
	d.wait()
}
