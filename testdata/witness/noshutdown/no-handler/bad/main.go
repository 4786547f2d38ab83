// Command bad takes no signal.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"

	"example.com/witness/orders"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `\[noshutdown/no-handler\]`
		log.Fatal(err)
	}
}
