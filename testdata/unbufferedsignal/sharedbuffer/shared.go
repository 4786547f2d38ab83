// Package sharedbuffer takes a reload and a stop signal with one channel.
package sharedbuffer

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

// Switch reloads or stops. A stop signal is lost when a second reload signal waits in the one place.
func Switch(load func() error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM) // want `\[unbufferedsignal/shared-buffer\]`
	for s := range signals {
		switch s {
		case syscall.SIGHUP:
			if err := load(); err != nil {
				log.Print(err)
			}
		case syscall.SIGTERM:
			return
		}
	}
}

// Compare does so with an if.
func Compare(load func() error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/shared-buffer\]`
	for {
		if sig := <-signals; sig != syscall.SIGHUP {
			log.Print("stopping on ", sig)
			return
		}
		if err := load(); err != nil {
			log.Print(err)
		}
	}
}

// Room is silent: there is a place for each signal.
func Room(load func() error) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM)
	for s := range signals {
		switch s {
		case syscall.SIGHUP:
			if err := load(); err != nil {
				log.Print(err)
			}
		case syscall.SIGTERM:
			return
		}
	}
}

// Two is silent: each purpose has a channel of its own.
func Two(load func() error) {
	reload, stop := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	for {
		select {
		case <-reload:
			if err := load(); err != nil {
				log.Print(err)
			}
		case <-stop:
			return
		}
	}
}

// OnlyStop is silent: every signal of the loop stops it.
func OnlyStop(tick <-chan struct{}, work func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	for {
		select {
		case s := <-signals:
			log.Print("stopping on ", s)
			return
		case <-tick:
			work()
		}
	}
}

// OnlyReload is silent: no signal of the loop stops, so at most a repeated reload is left out.
func OnlyReload(load, rotate func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGUSR1)
	for s := range signals {
		switch s {
		case syscall.SIGHUP:
			load()
		case syscall.SIGUSR1:
			rotate()
		}
	}
}
