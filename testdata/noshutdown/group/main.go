// Command group serves several servers and waits for the first that fails. Only a hangup is taken.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type api struct{}

func (api) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func main() {
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP)
	go func() {
		for range reload {
			log.Print("reloaded")
		}
	}()

	failed := make(chan error, 2)
	go func() { failed <- http.ListenAndServe(":8080", api{}) }() // want `the program takes no SIGTERM.*\[noshutdown/no-handler\]`
	go func() { failed <- http.ListenAndServeTLS(":8443", "cert", "key", api{}) }()
	log.Print(<-failed)
}
