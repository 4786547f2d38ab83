// Command bad ends without a stop of its server.
package main

import (
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/witness/orders"
)

func main() {
	mux := orders.Routes()
	mux.HandleFunc("GET /price", price)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `\[noshutdown/no-path\]`
			log.Fatal(err)
		}
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

func price(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "2.40\n")
}
