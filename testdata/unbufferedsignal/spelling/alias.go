// Package spelling imports the packages under other names.
package spelling

import (
	stdos "os"
	sig "os/signal"
	sys "syscall"
)

// Alias registers under the package's other name.
func Alias(work func()) {
	c := make(chan stdos.Signal)
	sig.Notify(c, stdos.Interrupt, sys.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-c
}

// notSignal has a Notify that is not the one of os/signal.
type notSignal struct{}

// Notify tells nobody.
func (notSignal) Notify(chan<- stdos.Signal, ...stdos.Signal) {}

// Shadowed is silent: the Notify is another one.
func Shadowed(work func()) {
	signal := notSignal{}
	c := make(chan stdos.Signal)
	signal.Notify(c, stdos.Interrupt)
	work()
	<-c
}
