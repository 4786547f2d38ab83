// Command tool takes Ctrl-C to clean up while it works. Nothing sends it a SIGTERM.
package main

import (
	"io"
	"log"
	"os"
	"os/signal"
)

func main() {
	f, err := os.CreateTemp("", "copy")
	if err != nil {
		log.Fatal(err)
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		<-c
		os.Remove(f.Name())
		os.Exit(1)
	}()
	if _, err := io.Copy(f, os.Stdin); err != nil {
		log.Print(err)
	}
}
