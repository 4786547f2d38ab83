// Package made shows the ways to make a channel without a buffer.
package made

import (
	"os"
	"os/signal"
	"syscall"
)

const noRoom = 0

type signals chan os.Signal

// VarBlock declares the channel in a block.
func VarBlock(work func()) {
	var (
		stop = make(chan os.Signal)
		done = make(chan struct{})
	)
	signal.Notify(stop, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	go func() { work(); close(done) }()
	select {
	case <-stop:
	case <-done:
	}
}

// Zero says the size.
func Zero(work func()) {
	stop := make(chan os.Signal, 0)
	signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// Const says the size by name.
func Const(work func()) {
	stop := make(chan os.Signal, noRoom)
	signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// Later declares first and makes later.
func Later(work func()) {
	var stop chan os.Signal
	stop = make(chan os.Signal)
	signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// Either has no room on either path.
func Either(quiet bool, work func()) {
	var stop chan os.Signal
	if quiet {
		stop = make(chan os.Signal)
	} else {
		stop = make(chan os.Signal, 0)
	}
	signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// Named has a type of its own.
func Named(work func()) {
	stop := make(signals)
	signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// SendOnly narrows the channel on the way.
func SendOnly(work func()) {
	stop := make(chan os.Signal)
	var in chan<- os.Signal = stop
	signal.Notify(in, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-stop
}

// Closure makes the channel outside and registers it inside.
func Closure(work func()) {
	stop := make(chan os.Signal)
	register := func() {
		signal.Notify(stop, os.Interrupt) // want `\[unbufferedsignal/unbuffered\]`
	}
	register()
	work()
	<-stop
}

// Polled is asked between two pieces of work, so most signals find nobody waiting.
func Polled(work func()) {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	for {
		select {
		case <-stop:
			return
		default:
			work()
		}
	}
}
