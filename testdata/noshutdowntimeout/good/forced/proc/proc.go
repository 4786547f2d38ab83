// Package proc calls what is to be done at the stop, and does not wait for ever.
package proc

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

var (
	mu    sync.Mutex
	hooks []func()
)

func init() {
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGTERM, syscall.SIGINT)
		sig := (<-c).(syscall.Signal)
		signal.Stop(c)
		end(sig)
	}()
}

func end(sig syscall.Signal) {
	go callAll()
	time.Sleep(5 * time.Second)
	syscall.Kill(syscall.Getpid(), sig)
}

func callAll() {
	mu.Lock()
	defer mu.Unlock()
	for _, h := range hooks {
		h()
	}
}

// OnStop registers what is called at the stop.
func OnStop(f func()) {
	mu.Lock()
	defer mu.Unlock()
	hooks = append(hooks, f)
}
