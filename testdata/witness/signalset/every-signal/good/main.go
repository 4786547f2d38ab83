// Command good takes the signals that stop it.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
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
