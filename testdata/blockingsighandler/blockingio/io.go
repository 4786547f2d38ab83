// Package blockingio does I/O without a limit between the signal and the stop.
package blockingio

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
)

// Client sends through the client that has no timeout.
func Client(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	req, err := http.NewRequest(http.MethodDelete, "http://registry.internal/me", nil)
	if err == nil {
		http.DefaultClient.Do(req) // want `\[blockingsighandler/blocking-io\]`
	}
	cancel()
}

// Dial connects.
func Dial(srv *http.Server, stop context.Context) {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	<-ctx.Done()
	if c, err := net.Dial("tcp", "statsd.internal:8125"); err == nil { // want `\[blockingsighandler/blocking-io\]`
		c.Close()
	}
	srv.Shutdown(stop)
}

// Database writes without a ctx.
func Database(db *sql.DB, cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		db.Exec("update nodes set leaving = true") // want `\[blockingsighandler/blocking-io\]`
		cancel()
	}()
}

// Background writes with a ctx that never ends.
func Background(db *sql.DB, cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		db.ExecContext(context.Background(), "update nodes set leaving = true") // want `\[blockingsighandler/blocking-io\]`
		cancel()
	}()
}

// Process runs a hook.
func Process(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	for range stop {
		exec.Command("/usr/local/bin/pre-stop").Run() // want `\[blockingsighandler/blocking-io\]`
		cancel()
		return
	}
}

// Ask waits for the person at the terminal.
func Ask(cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	for range stop {
		var answer string
		fmt.Print("stop? ")
		fmt.Scanln(&answer) // want `\[blockingsighandler/blocking-io\]`
		if strings.HasPrefix(answer, "y") {
			cancel()
			return
		}
	}
}

// Flock waits for whoever holds the lock.
func Flock(f *os.File, cancel context.CancelFunc) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err == nil { // want `\[blockingsighandler/blocking-io\]`
		f.WriteString("stopping\n")
	}
	cancel()
}

// Reload is busy while the stop signal waits behind it.
func Reload(cancel context.CancelFunc, load func(*http.Response)) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM)
	for s := range signals {
		switch s {
		case syscall.SIGHUP:
			resp, err := http.Get("http://config.internal/") // want `\[blockingsighandler/blocking-io\]`
			if err != nil {
				continue
			}
			load(resp)
			resp.Body.Close()
		case syscall.SIGTERM:
			cancel()
			return
		}
	}
}

// After runs when the signal has ended the ctx.
func After(ctx context.Context, cancel context.CancelFunc) {
	ctx, release := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() {
		defer release()
		http.Post("http://registry.internal/leave", "text/plain", nil) // missed: what runs when the ctx of a signal ends is not taken for a handler
		cancel()
	})
}
