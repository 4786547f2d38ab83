// Command panics loses what main defers when a worker fails.
package main

import (
	"log"
	"os"
	"time"
)

func main() {
	if err := os.WriteFile("app.pid", nil, 0o600); err != nil {
		log.Fatal(err)
	}
	defer os.Remove("app.pid")
	go func() {
		if err := work(); err != nil {
			panic(err) // want `panic.* in this goroutine skips the deferred os.Remove.*\[skippeddefer/panic\]`
		}
	}()
	time.Sleep(time.Minute)
}

func work() error { return nil }
