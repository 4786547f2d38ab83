// Command below registers after its helper.
package main

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	prepare()
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

// prepare keeps the terminal's Ctrl-C away from the children.
func prepare() {
	signal.Ignore(os.Interrupt)
	exec.Command("/usr/local/bin/migrate").Run()
}
