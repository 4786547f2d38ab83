// Command bad starts a worker and lets go of it.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/witness/bills"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	if err := start(); err != nil {
		log.Fatal(err)
	}
	<-stop
}

func start() error {
	w := bills.NewWorker() // want `\[unreleased/resource\]`
	w.Write("bill.txt")
	return w.Start()
}
