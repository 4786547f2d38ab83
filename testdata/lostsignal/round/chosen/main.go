// Command chosen ends when its server fails, and only then.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT) // want `its receiver \(line 20\) stops nothing \[lostsignal/swallowed\]`
	failed := make(chan error, 1)
	srv := &http.Server{Addr: ":8080", ReadTimeout: time.Minute}
	go func() { failed <- srv.ListenAndServe() }()
	for {
		select {
		case s := <-signals:
			log.Printf("got %v", s)
		case err := <-failed:
			log.Print(err)
			return
		}
	}
}
