// Command orphan leaves its child running.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	worker := exec.Command("/usr/local/bin/worker")
	if err := worker.Start(); err != nil { // want `\[childprocess/orphan\]`
		log.Fatal(err)
	}

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	log.Print("bye")
}
