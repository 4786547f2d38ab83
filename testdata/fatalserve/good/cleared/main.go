// Command cleared ends only when a server fails.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/fatalserve/good/cleared/front"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := front.Serve(":8080", http.NotFoundHandler()); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	front.Shutdown(10 * time.Second)
}
