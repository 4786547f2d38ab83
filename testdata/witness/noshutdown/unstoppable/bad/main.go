// Command bad has no handle to its server.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/witness/orders"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := orders.Routes()
	mux.HandleFunc("GET /price", price)
	go func() {
		err := http.ListenAndServe(os.Getenv("ADDR"), mux) // want `\[noshutdown/unstoppable\]`
		log.Print(err)
		stop()
	}()

	<-ctx.Done()
}

func price(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "2.40\n")
}
