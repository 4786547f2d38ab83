// Command crosspkg exits at the signal; what it serves is hidden in another package, where the missing handle is reported.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/crosspkg/api"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		os.Exit(0)
	}()
	api.Listen(":8080")
}
