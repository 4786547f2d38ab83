// Command bad leaves main without its program.
package main

import (
	"log"
	"runtime"
)

func main() {
	go work()
	runtime.Goexit() // want `\[skippeddefer/goexit-main\]`
}

func work() {
	log.Print("worked")
}
