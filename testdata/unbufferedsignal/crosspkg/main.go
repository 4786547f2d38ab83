// Command crosspkg makes the channel that another package registers, and registers one that another package makes.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/unbufferedsignal/crosspkg/lib"
)

func main() {
	stop := make(chan os.Signal)
	lib.Register(stop) // want `\[unbufferedsignal/unbuffered\]`

	reload := lib.NewChannel()
	signal.Notify(reload, syscall.SIGHUP) // want `\[unbufferedsignal/unbuffered\]`

	roomy := make(chan os.Signal, 1)
	lib.Register(roomy) // silent: it has room for the signal

	load()
	for {
		select {
		case <-reload:
			load()
		case <-stop:
			return
		case <-roomy:
			return
		}
	}
}

func load() {}
