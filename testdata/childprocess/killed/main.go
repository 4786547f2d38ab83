// Command killed kills its child at the signal, without a word before.
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
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	worker.Process.Kill() // want `\[childprocess/killed-on-signal\]`
	worker.Wait()
}
