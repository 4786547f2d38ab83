// Command stopresultdeferred drops the ctx in a deferred call.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/robfig/cron/v3"
)

type scheduler struct {
	*cron.Cron
}

func main() {
	s := scheduler{Cron: cron.New()}
	if _, err := s.AddFunc("@hourly", bill); err != nil {
		log.Fatal(err)
	}
	s.Start()
	defer s.Stop() // want `\[unawaitedshutdown/stop-result-dropped\]`

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

func bill() {}
