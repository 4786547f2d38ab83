// Command bad undoes its registration in a helper.
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
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	migrate() // want `\[lostsignal/unregistered\]`
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
