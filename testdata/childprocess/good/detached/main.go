// Command detached has a child that is meant to outlive it, and one that ends when its input does.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	daemon := exec.Command("/usr/local/bin/daemon")
	if err := daemon.Start(); err != nil { // silent: it is given up
		log.Fatal(err)
	}
	if err := daemon.Process.Release(); err != nil {
		log.Print(err)
	}

	filter := exec.Command("/usr/local/bin/filter")
	in, err := filter.StdinPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := filter.Start(); err != nil { // silent: it ends when its input does
		log.Fatal(err)
	}

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	in.Close()
}
