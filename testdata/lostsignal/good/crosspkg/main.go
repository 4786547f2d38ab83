// Command crosspkg ends its own channel of signals.
package main

import (
	"os"
	"os/signal"

	"example.com/samples/lostsignal/crosspkg/signals"
)

func main() {
	c := make(chan os.Signal, 1)
	signals.Take(c)
	<-c
	signal.Stop(c)
	close(c)
	select {}
}
