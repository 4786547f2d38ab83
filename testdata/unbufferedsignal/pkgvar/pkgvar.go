// Package pkgvar keeps the channel in a variable of the package.
package pkgvar

import (
	"os"
	"os/signal"
	"syscall"
)

var (
	stop   = make(chan os.Signal)
	reload chan os.Signal
	roomy  = make(chan os.Signal, 1)
)

func init() {
	reload = make(chan os.Signal)
}

// Run works until it is told to stop.
func Run(work, load func()) {
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	signal.Notify(reload, syscall.SIGHUP)              // want `\[unbufferedsignal/unbuffered\]`
	for {
		select {
		case <-stop:
			return
		case <-reload:
			load()
		default:
			work()
		}
	}
}

// RunRoomy is silent: the channel has room for the signal.
func RunRoomy(work func()) {
	signal.Notify(roomy, os.Interrupt, syscall.SIGTERM)
	work()
	<-roomy
}
