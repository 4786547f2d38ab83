// Package kept gives the signal back when it has seen it.
package kept

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
)

var pending []string

// Watch writes what is pending when the program is told to stop, and lets the next signal end it.
func Watch() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-c
		signal.Stop(c)
		for _, line := range pending {
			log.Print(line)
		}
	}()
}

// WatchContext does the same with a ctx.
func WatchContext() {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		release()
		for _, line := range pending {
			log.Print(line)
		}
	}()
}
