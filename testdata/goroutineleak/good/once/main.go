// Command once has goroutines that last as long as the process, and nothing waits for them: silent.
package main

import (
	"os"
	"os/signal"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"
)

var goroutines atomic.Int64

func main() {
	go func() {
		for {
			goroutines.Store(int64(runtime.NumGoroutine()))
			time.Sleep(time.Second)
		}
	}()
	go func() {
		for range time.Tick(time.Minute) {
			runtime.GC()
		}
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}
