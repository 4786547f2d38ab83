// Command neverstopped starts what another package serves, takes the signal and forgets to stop it.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/neverstopped/api"
)

func main() {
	srv := api.New(":8080")
	srv.Start() // want `nothing shuts srv down after the signal.*\[noshutdown/no-path\]`
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}
