// Package kept takes signals and keeps them from the programs that import it.
package kept

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
)

var pending []string

// Watch writes what is pending when the program is told to stop.
func Watch() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM) // want `signal.Notify still takes signals when its receiver \(line \d+\) has ended.*\[lostsignal/stop-dropped\]`
	go func() {
		<-c
		for _, line := range pending {
			log.Print(line)
		}
	}()
}

func init() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM) // want `signal.Notify in init takes the signal from every program.*\[lostsignal/stop-dropped\]`
	go func() {
		for range c {
			log.Print("asked to stop")
		}
	}()
}

// WatchContext does the same with a ctx.
func WatchContext() {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM) // want `signal.NotifyContext still takes signals when its receiver \(line \d+\) has ended.*\[lostsignal/stop-dropped\]`
	go func() {
		<-ctx.Done()
		for _, line := range pending {
			log.Print(line)
		}
	}()
}
