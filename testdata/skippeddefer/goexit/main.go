// Command goexit ends main's goroutine only.
package main

import (
	"log"
	"runtime"
)

func main() {
	go work()
	log.Print("started")
	runtime.Goexit() // want `runtime.Goexit ends main's goroutine but not the process.*\[skippeddefer/goexit-main\]`
}

func work() {}
