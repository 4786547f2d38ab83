// Command good keeps its worker and stops it.
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
	w, err := start()
	if err != nil {
		log.Fatal(err)
	}
	<-stop
	w.Stop()
}

func start() (bills.Worker, error) {
	w := bills.NewWorker()
	w.Write("bill.txt")
	return w, w.Start()
}
