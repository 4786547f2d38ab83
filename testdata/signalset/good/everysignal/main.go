// Command everysignal looks at which signal came.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c)
	for sig := range c {
		if sig == syscall.SIGTERM || sig == os.Interrupt {
			log.Print("got ", sig)
			return
		}
	}
}

// forward hands every signal to a child.
func forward(cmd *exec.Cmd) {
	c := make(chan os.Signal, 16)
	signal.Notify(c)
	go func() {
		for sig := range c {
			cmd.Process.Signal(sig)
		}
	}()
}

// sorted asks a function what to do.
func sorted() {
	c := make(chan os.Signal, 16)
	signal.Notify(c)
	if stops(<-c) {
		os.Exit(0)
	}
}

func stops(sig os.Signal) bool { return sig == syscall.SIGTERM }
