// Command bad counts on a deferred call below a server that only a signal ends.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"strconv"

	"example.com/witness/orders"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	if err := os.WriteFile("shop.pid", []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600); err != nil {
		log.Print(err)
		return
	}
	defer os.Remove("shop.pid")
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `\[skippeddefer/never-runs\]` // want `\[noshutdown/no-handler\]`
		log.Print(err)
	}
}
