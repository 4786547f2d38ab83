// Command elsewhere exits with errors of another package's functions, which are none of a stop.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/fatalserve/good/elsewhere/lib"
)

func main() {
	if os.Getenv("OWN_SIGNALS") != "" {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		if err := lib.Run(ctx, ":8080", http.NewServeMux()); err != nil {
			log.Fatal(err) // silent: Run reads the error of its server in the case where it does not stop it
		}
		return
	}
	if err := lib.Serve(&http.Server{Addr: ":8080"}); err != nil {
		log.Fatal(err) // silent: Serve tests the error of the server, and returns that of Shutdown
	}
}
