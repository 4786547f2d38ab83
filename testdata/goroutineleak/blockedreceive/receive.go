// Package blockedreceive leaves goroutines that receive from nobody.
package blockedreceive

import (
	"context"
	"log"
)

// Ready returns before it says that all is ready.
func Ready(prepare func() error, work func()) error {
	ready := make(chan struct{})
	go func() {
		<-ready // want `\[goroutineleak/blocked-receive\]`
		work()
	}()
	if err := prepare(); err != nil {
		return err
	}
	close(ready)
	return nil
}

// ReadyAlways is silent: the channel is closed on every path.
func ReadyAlways(prepare func() error, work func()) error {
	ready := make(chan struct{})
	defer close(ready)
	go func() {
		<-ready
		work()
	}()
	return prepare()
}

// ReadyOr is silent: the goroutine asks the ctx too.
func ReadyOr(ctx context.Context, prepare func() error, work func()) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ready := make(chan struct{})
	go func() {
		select {
		case <-ready:
			work()
		case <-ctx.Done():
		}
	}()
	if err := prepare(); err != nil {
		return err
	}
	close(ready)
	return nil
}

// Result waits for a value that the goroutine does not send after an error.
func Result(fetch func() (string, error)) string {
	c := make(chan string)
	go func() {
		v, err := fetch()
		if err != nil {
			log.Print(err)
			return
		}
		c <- v
	}()
	return <-c // want `\[goroutineleak/blocked-receive\]`
}

// ResultAlways is silent: the goroutine closes the channel on every path.
func ResultAlways(fetch func() (string, error)) string {
	c := make(chan string)
	go func() {
		defer close(c)
		v, err := fetch()
		if err != nil {
			log.Print(err)
			return
		}
		c <- v
	}()
	return <-c
}

// Handed is silent: whoever gave the channel sends.
func Handed(ready <-chan struct{}, work func()) {
	go func() {
		<-ready
		work()
	}()
}
