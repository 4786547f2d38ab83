// Command bad takes every signal, and the runtime sends some to itself.
package main

import (
	"context"
	"log"
	"os/signal"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background()) // want `\[signalset/every-signal\]`
	defer stop()
	log.Print("started")
	for ctx.Err() == nil {
		sell()
	}
}

// sell works on a list of orders.
func sell() int {
	return len(strings.Split(strings.Repeat("egg ", 10_000), " "))
}
