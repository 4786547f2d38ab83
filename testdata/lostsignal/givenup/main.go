// Command givenup ends through another package's function when it cannot reload.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/lostsignal/givenup/exit"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	go func() {
		for range c {
			if err := load(); err != nil {
				exit.With(err) // want `exit.With ends the program when the reload \(line \d+\) fails.*\[lostsignal/fatal-reload\]`
			}
		}
	}()
	log.Print(http.ListenAndServe(":8080", nil))
}

func load() error {
	_, err := os.ReadFile("settings")
	return err
}
