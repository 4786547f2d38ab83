// Package wrapper registers through functions of its own.
package wrapper

import (
	"os"
	"os/signal"
	"syscall"
)

// register is where the signals are listed.
func register(c chan<- os.Signal) {
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
}

// listen hands the channel on.
func listen(c chan os.Signal) {
	register(c)
}

// Param makes what register gets.
func Param(work func()) {
	stop := make(chan os.Signal)
	register(stop) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// ParamRoomy is silent: the channel has room for the signal.
func ParamRoomy(work func()) {
	stop := make(chan os.Signal, 1)
	register(stop)
	work()
	<-stop
}

// Deeper is two calls away.
func Deeper(work func()) {
	stop := make(chan os.Signal)
	listen(stop) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

func newChannel() chan os.Signal {
	return make(chan os.Signal)
}

func newRoomyChannel() chan os.Signal {
	return make(chan os.Signal, 1)
}

// Result gets the channel from a helper.
func Result(work func()) {
	stop := newChannel()
	signal.Notify(stop, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// ResultRoomy is silent: the helper's channel has room for the signal.
func ResultRoomy(work func()) {
	stop := newRoomyChannel()
	signal.Notify(stop, syscall.SIGTERM)
	work()
	<-stop
}

// Stopped makes, registers and returns the channel.
func Stopped() <-chan os.Signal {
	c := make(chan os.Signal)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	return c
}

// Value calls signal.Notify through a function value.
func Value(work func()) {
	notify := signal.Notify
	stop := make(chan os.Signal)
	notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}
