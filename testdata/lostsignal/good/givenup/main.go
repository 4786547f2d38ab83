// Command givenup goes on with what it has when it cannot reload.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	go func() {
		for range c {
			if err := load(); err != nil {
				log.Print(err)
			}
		}
	}()
	log.Print(http.ListenAndServe(":8080", nil))
}

func load() error {
	_, err := os.ReadFile("settings")
	return err
}
