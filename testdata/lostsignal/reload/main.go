// Command reload runs its service anew after every reload.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	loop()
}

func loop() {
	for again := true; again; {
		ctx, cancel := context.WithCancel(context.Background())
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGHUP, syscall.SIGTERM) // want `signal.Notify registers one more channel each time round.*\[lostsignal/stop-dropped\]`
		go func() {
			again = <-c == syscall.SIGHUP
			cancel()
		}()
		<-ctx.Done()
	}
}
