// Command good waits for the jobs.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/robfig/cron/v3"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	jobs := cron.New()
	if _, err := jobs.AddFunc("@every 1s", bill); err != nil {
		log.Fatal(err)
	}
	jobs.Start()

	<-stop
	<-jobs.Stop().Done()
}

// bill takes a while and writes what customers owe.
func bill() {
	log.Print("billing")
	time.Sleep(500 * time.Millisecond)
	if err := os.WriteFile("bills.csv", []byte("eggs,2.4\n"), 0o644); err != nil {
		log.Print(err)
	}
}
