// Command crosspkg hands the signal's ctx to what it serves.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/good/crosspkg/api"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	api.Listen(ctx, ":8080")
}
