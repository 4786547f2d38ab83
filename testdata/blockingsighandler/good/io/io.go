// Package io is silent: what is done between the signal and the stop ends in time, or is not done there.
package io

import (
	"context"
	"database/sql"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

// Request has a deadline.
func Request(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, done := context.WithTimeout(context.Background(), 2*time.Second)
	defer done()
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, "http://registry.internal/me", nil)
	if err == nil {
		http.DefaultClient.Do(req)
	}
	cancel()
}

// Dial gives up.
func Dial(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	if c, err := net.DialTimeout("tcp", "statsd.internal:8125", time.Second); err == nil {
		c.Close()
	}
	cancel()
}

// Database has a deadline.
func Database(db *sql.DB, cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		ctx, done := context.WithTimeout(context.Background(), 2*time.Second)
		defer done()
		db.ExecContext(ctx, "update nodes set leaving = true")
		cancel()
	}()
}

// Process is killed when its time is over.
func Process(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, done := context.WithTimeout(context.Background(), 2*time.Second)
	defer done()
	exec.CommandContext(ctx, "/usr/local/bin/pre-stop").Run()
	cancel()
}

// Flock does not wait.
func Flock(f *os.File, cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
		f.WriteString("stopping\n")
	}
	cancel()
}

// Afterwards does the I/O when the stop has begun.
func Afterwards(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	cancel()
	http.Post("http://registry.internal/leave", "text/plain", nil)
}

// Beside does it on another goroutine.
func Beside(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	go http.Post("http://registry.internal/leave", "text/plain", nil)
	cancel()
}

// Before does it before the signal.
func Before(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	http.Post("http://registry.internal/join", "text/plain", nil)
	<-stop
	cancel()
}

// Reload has a loop of its own, and the stop signal one of its own.
func Reload(cancel context.CancelFunc, load func(*http.Response)) {
	reload, stop := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		for range reload {
			if resp, err := http.Get("http://config.internal/"); err == nil {
				load(resp)
				resp.Body.Close()
			}
		}
	}()
	<-stop
	cancel()
}

// Forever waits for the signal without a limit, which is what a service does.
func Forever() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}
