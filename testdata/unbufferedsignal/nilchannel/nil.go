// Package nilchannel hands signal.Notify a channel that was never made.
package nilchannel

import (
	"os"
	"os/signal"
	"syscall"
)

// Declared is only declared.
func Declared(work func()) {
	var stop chan os.Signal
	signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/nil-channel\]`
	work()
	<-stop
}

// Literal says nil.
func Literal() {
	signal.Notify(nil, syscall.SIGHUP) // want `\[unbufferedsignal/nil-channel\]`
}

// Made is silent: the channel is made before it is registered.
func Made(work func()) {
	var stop chan os.Signal
	stop = make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	work()
	<-stop
}

// Perhaps is silent: the channel is not nil on every path, and the one where it is does not register it.
func Perhaps(catch bool, work func()) {
	var stop chan os.Signal
	if catch {
		stop = make(chan os.Signal, 1)
		signal.Notify(stop, os.Interrupt)
	}
	work()
	if catch {
		<-stop
	}
}
