// Command session has children that need no group of their own, or have one.
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

	// Silent: a session of its own is a group of its own.
	worker := exec.Command("/usr/local/bin/worker")
	worker.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}

	// Silent: a child that reads the terminal belongs to the terminal's group.
	shell := exec.Command("psql")
	shell.Stdin, shell.Stdout = os.Stdin, os.Stdout
	if err := shell.Start(); err != nil {
		log.Fatal(err)
	}

	// Silent: short commands are not supervised.
	if out, err := exec.Command("git", "rev-parse", "HEAD").Output(); err == nil {
		log.Printf("%s", out)
	}
	if out, err := exec.Command("uname", "-a").CombinedOutput(); err == nil {
		log.Printf("%s", out)
	}
	if err := exec.Command("sync").Run(); err != nil {
		log.Print(err)
	}

	<-stop
	syscall.Kill(-worker.Process.Pid, syscall.SIGTERM)
	shell.Process.Signal(syscall.SIGTERM)
	worker.Wait()
	shell.Wait()
}
