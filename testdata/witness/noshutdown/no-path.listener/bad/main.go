// Command bad closes the listener of its server.
package main

import (
	"context"
	"io"
	"log"
	"net"
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
	srv := &http.Server{Handler: mux}
	ln, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		log.Print(srv.Serve(ln))
		stop()
	}()

	<-ctx.Done()
	stop()
	ln.Close() // want `\[noshutdown/no-path\]`
}

func price(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "2.40\n")
}
