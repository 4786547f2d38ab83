// Command unreceived hands what it takes on.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

type group struct{ signals chan os.Signal }

// Signals lets others receive.
func (g *group) Signals() <-chan os.Signal { return g.signals }

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	wait(stop)

	g := &group{signals: make(chan os.Signal, 1)}
	signal.Notify(g.signals, os.Interrupt, syscall.SIGTERM)
	<-g.Signals()

	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer cancel()
	<-ctx.Done()
}

func wait(c <-chan os.Signal) { <-c }
