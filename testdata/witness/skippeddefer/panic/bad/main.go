// Command bad panics with the error of a worker.
package main

import (
	"log"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	if err := os.WriteFile("shop.pid", []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600); err != nil {
		log.Fatal(err)
	}
	defer os.Remove("shop.pid")
	log.Print("started")
	go func() {
		if err := price(); err != nil {
			panic(err) // want `\[skippeddefer/panic\]`
		}
	}()
	<-stop
}

func price() error {
	_, err := os.ReadFile("prices.txt")
	return err
}
