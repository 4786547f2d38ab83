// Command good hands the error of a worker to main.
package main

import (
	"log"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	if err := os.WriteFile("shop.pid", []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600); err != nil {
		return err
	}
	defer os.Remove("shop.pid")
	log.Print("started")
	failed := make(chan error, 1)
	go func() { failed <- price() }()
	select {
	case err := <-failed:
		return err
	case <-stop:
		return nil
	}
}

func price() error {
	_, err := os.ReadFile("prices.txt")
	return err
}
