// Command quits tells another package of the signal, and ends when that does. Silent.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/lostsignal/good/round/quits/app"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	done := make(chan struct{})
	go func() {
		defer close(done)
		app.Run()
	}()
	for {
		select {
		case <-signals:
			app.Quit()
		case <-done:
			return
		}
	}
}
