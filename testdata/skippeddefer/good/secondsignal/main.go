// Package main forces the exit at the second signal only.
package main

import (
	"bufio"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	work := make(chan string)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		close(work)
		<-stop
		os.Exit(1)
	}()
	for s := range work {
		w.WriteString(s)
	}
}
