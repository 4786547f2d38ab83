// Command early can fail at its start, and then swallows every signal but SIGCHLD's turn.
package main

import (
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT, syscall.SIGCHLD) // want `its receiver \(line 29\) stops nothing \[lostsignal/swallowed\]`
	l, err := net.Listen("tcp", ":7000")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			c.Close()
		}
	}()
	for {
		s := <-signals
		if s == syscall.SIGCHLD {
			log.Print("a child has ended")
		}
	}
}
