// Package generics makes and registers the channel in generic code.
package generics

import (
	"os"
	"os/signal"
	"syscall"
)

func unbuffered[T any]() chan T {
	return make(chan T)
}

func buffered[T any]() chan T {
	return make(chan T, 1)
}

// Made gets the channel from a generic function.
func Made(work func()) {
	stop := unbuffered[os.Signal]()
	signal.Notify(stop, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// MadeRoomy is silent: the channel has room for the signal.
func MadeRoomy(work func()) {
	stop := buffered[os.Signal]()
	signal.Notify(stop, syscall.SIGTERM)
	work()
	<-stop
}

// Unit runs a piece of work of any kind.
type Unit[T any] struct {
	stop chan os.Signal
	work func(T)
}

// NewUnit returns a unit.
func NewUnit[T any](work func(T)) *Unit[T] {
	return &Unit[T]{stop: make(chan os.Signal), work: work}
}

// Run does the work and waits.
func (u *Unit[T]) Run(v T) {
	signal.Notify(u.stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	u.work(v)
	<-u.stop
}
