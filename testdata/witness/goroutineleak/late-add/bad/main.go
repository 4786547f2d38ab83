// Command bad counts its goroutines when they run.
package main

import (
	"fmt"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	f, err := os.OpenFile("tables.txt", os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		log.Fatal(err)
	}
	log.Print("started")
	<-stop

	var saves sync.WaitGroup
	for n := range 10 {
		go func() {
			log.Print("table ", n)
			saves.Add(1) // want `\[goroutineleak/late-add\]`
			defer saves.Done()
			time.Sleep(50 * time.Millisecond)
			fmt.Fprintln(f, "table", n)
		}()
	}
	saves.Wait()
}
