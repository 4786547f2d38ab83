// Command indefer waits for what it starts on the way out.
package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func main() {
	var wg sync.WaitGroup
	defer wg.Wait() // silent: deferred calls run last in first out, so this waits for the goroutine below
	defer func() {
		wg.Add(1)
		go func() {
			defer wg.Done()
			removeLock()
		}()
	}()
	task()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	inline()
}

// task is silent: the process lives on when it returns.
func task() {
	defer func() {
		go count()
	}()
}

// inline is silent: the deferred function waits itself.
func inline() {
	defer func() {
		done := make(chan struct{})
		go func() {
			removeLock()
			close(done)
		}()
		<-done
	}()
}

func count() {}

func removeLock() {
	os.Remove("/run/app.lock")
}
