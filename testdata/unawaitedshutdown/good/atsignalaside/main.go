// Command atsignalaside does not wait for the server that only tells how it is: nobody misses the answer of a health check.
package main

import (
	"context"
	"os/signal"
	"syscall"

	"example.com/samples/unawaitedshutdown/good/atsignalaside/metrics"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go metrics.Run(ctx, ":9090") // silent: its package knows what it serves
	<-ctx.Done()
}
