// Package bounded stops with a ctx that has no deadline, and is silent: something else bounds the stop.
package bounded

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Select waits for a timer beside the stop.
func Select(srv *http.Server) error {
	done := make(chan error, 1)
	go func() { done <- srv.Shutdown(context.Background()) }()
	select {
	case err := <-done:
		return err
	case <-time.After(20 * time.Second):
		return errors.New("open requests were left")
	}
}

// SelectTimer does so with a timer of its own.
func SelectTimer(srv *http.Server) error {
	done := make(chan error, 1)
	go func() { done <- srv.Shutdown(context.Background()) }()
	timer := time.NewTimer(20 * time.Second)
	defer timer.Stop()
	select {
	case err := <-done:
		return err
	case <-timer.C:
		return srv.Close()
	}
}

// Close cuts what is open when the time is over.
func Close(srv *http.Server) error {
	timer := time.AfterFunc(20*time.Second, func() { srv.Close() })
	defer timer.Stop()
	return srv.Shutdown(context.Background())
}

// Exit ends the process when the time is over.
func Exit(srv *http.Server) error {
	time.AfterFunc(20*time.Second, func() { os.Exit(1) })
	return srv.Shutdown(context.Background())
}

// Goroutine sleeps, then cuts.
func Goroutine(srv *http.Server) error {
	go func() {
		time.Sleep(20 * time.Second)
		srv.Close()
	}()
	return srv.Shutdown(context.Background())
}

// Second ends the process at the second signal.
func Second(srv *http.Server) error {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	go func() {
		<-signals
		os.Exit(1)
	}()
	return srv.Shutdown(context.Background())
}

// SecondClose cuts what is open at the second signal.
func SecondClose(srv *http.Server) error {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	go func() {
		<-signals
		srv.Close()
	}()
	return srv.Shutdown(context.Background())
}

// Cancelled cancels the stop's ctx when the time is over.
func Cancelled(srv *http.Server) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	time.AfterFunc(20*time.Second, cancel)
	return srv.Shutdown(ctx)
}
