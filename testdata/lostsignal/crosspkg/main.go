// Command crosspkg ends its own channel of signals.
package main

import (
	"os"

	"example.com/samples/lostsignal/crosspkg/signals"
)

func main() {
	c := make(chan os.Signal, 1)
	signals.Take(c)
	<-c
	close(c) // want `close of a channel that is still registered \(line \d+\): the next signal panics \[lostsignal/closed-channel\]`
	select {}
}
