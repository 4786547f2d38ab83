// Package read holds what loses no signal.
package read

import (
	"os"
	"os/signal"
	"syscall"
)

// Once is silent: a channel with room for one signal is read once, however many signals it takes.
func Once(work func()) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	work()
	<-stop
}

// Roomy is silent: there is more room than is needed.
func Roomy(work func()) {
	stop := make(chan os.Signal, 32)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	work()
	<-stop
}

// Force is silent: the second receive forces the exit, and both signals stop.
func Force(drain func()) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	go func() {
		<-stop
		os.Exit(1)
	}()
	drain()
}

// Sized is silent: the room is not known here.
func Sized(room int, work func()) {
	stop := make(chan os.Signal, room)
	signal.Notify(stop, syscall.SIGTERM)
	work()
	<-stop
}

// Param is silent: the channel is the caller's, whoever that is.
func Param(stop chan os.Signal) {
	signal.Notify(stop, syscall.SIGTERM)
}

// Stopped is silent: what is unbuffered is not registered, only told of the end.
func Stopped(work func()) {
	stop, over := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(stop, syscall.SIGTERM)
	go func() {
		defer close(over)
		work()
	}()
	select {
	case <-stop:
	case <-over:
	}
	signal.Stop(stop)
}

// Map is silent: a channel out of a map is not known.
func Map(channels map[string]chan os.Signal) {
	channels["x"] = make(chan os.Signal)
	signal.Notify(channels["stop"], syscall.SIGTERM)
}
