// Command below undoes its registration in a helper.
package main

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	prepare() // want `prepare undoes the registration in line \d+ before its signal has come \[lostsignal/unregistered\]`
	<-stop
}

// prepare keeps the terminal's Ctrl-C away from the children.
func prepare() {
	signal.Ignore(os.Interrupt)
	exec.Command("/usr/local/bin/migrate").Run()
}
