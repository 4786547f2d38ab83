// Command quit takes SIGQUIT as one more stop.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT) // want `signal.Notify takes SIGQUIT.*\[signalset/quit-taken\]`
	<-c
}
