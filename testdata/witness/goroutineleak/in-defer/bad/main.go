// Command bad saves its stock in a goroutine that dies with it.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer func() {
		go save() // want `\[goroutineleak/in-defer\]`
	}()
	log.Print("started")
	<-stop
}

// save counts the stock, which takes a moment, and writes it down.
func save() {
	time.Sleep(200 * time.Millisecond)
	if err := os.WriteFile("stock.txt", []byte("12 eggs\n"), 0o644); err != nil {
		log.Print(err)
	}
}
