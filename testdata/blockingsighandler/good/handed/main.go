// Command handed tells a command of another package of each Ctrl-C.
package main

import (
	"os"
	"os/signal"

	"example.com/samples/blockingsighandler/good/handed/command"
)

func main() {
	m := &command.Monitor{Stop: interrupts()}
	m.Run(make(chan string))
}

func interrupts() <-chan struct{} {
	told := make(chan struct{})
	c := make(chan os.Signal, 4)
	signal.Notify(c, os.Interrupt)
	go func() {
		for {
			<-c
			told <- struct{}{}
		}
	}()
	return told
}
