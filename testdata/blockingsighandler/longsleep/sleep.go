// Package longsleep pauses between the signal and the stop.
package longsleep

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const lag = 45 * time.Second

// Grace sleeps longer than the grace period.
func Grace(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	time.Sleep(lag) // want `\[blockingsighandler/long-sleep\]`
	cancel()
}

// Balancer gives a load balancer time: a habit, and information only.
func Balancer(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	time.Sleep(15 * time.Second) // want `\[blockingsighandler/long-sleep\]`
	cancel()
}

// Short is silent: it is below 10 seconds.
func Short(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	time.Sleep(5 * time.Second)
	cancel()
}

// Configured is silent: how long is not known.
func Configured(cancel context.CancelFunc, lag time.Duration) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	time.Sleep(lag)
	cancel()
}

// Before is silent: the sleep is over when the signal comes.
func Before(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	time.Sleep(15 * time.Second)
	<-stop
	cancel()
}
