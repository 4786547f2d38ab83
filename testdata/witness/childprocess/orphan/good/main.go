// Command good ends its child.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	worker := exec.Command("sleep", "60")
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	log.Print("started")

	<-stop
	worker.Process.Signal(syscall.SIGTERM)
	worker.Wait() // it ends by the signal
}
