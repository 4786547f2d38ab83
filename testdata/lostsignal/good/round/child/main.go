// Command child hands every signal to its child, and ends when that does. Silent.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case s := <-signals:
			if err := syscall.Kill(-cmd.Process.Pid, s.(syscall.Signal)); err != nil {
				log.Print(err)
			}
		case err := <-ended:
			log.Print(err)
			return
		}
	}
}
