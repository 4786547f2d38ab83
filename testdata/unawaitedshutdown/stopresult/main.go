// Command stopresult does not wait for the jobs that run.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/robfig/cron/v3"
)

func main() {
	c := cron.New()
	if _, err := c.AddFunc("@hourly", bill); err != nil {
		log.Fatal(err)
	}
	c.Start()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	c.Stop() // want `\[unawaitedshutdown/stop-result-dropped\]`
}

func bill() {}
