// Command good registers when its helper is done.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	migrate()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	log.Print("started")
	<-stop
}

// migrate keeps Ctrl-C away from what it starts.
func migrate() {
	signal.Ignore(os.Interrupt)
	if err := exec.Command("true").Run(); err != nil {
		log.Print(err)
	}
}
