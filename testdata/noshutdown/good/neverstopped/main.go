// Command neverstopped starts what another package serves and stops it.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/good/neverstopped/api"
)

func main() {
	srv := api.New(":8080")
	srv.Start()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	srv.Stop()
}
