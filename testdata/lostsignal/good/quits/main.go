// Command quits tells another package of the signal on a goroutine of its own. Silent.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/lostsignal/good/quits/app"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		<-signals
		app.Quit()
	}()
	app.Run()
}
