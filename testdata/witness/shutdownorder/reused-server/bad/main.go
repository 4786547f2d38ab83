// Command bad serves with a server that was shut down.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM)
	addr := os.Getenv("ADDR")
	srv := &http.Server{Handler: orders.Routes()}
	for {
		ln, err := net.Listen("tcp", addr)
		if err != nil {
			log.Print(err)
			return
		}
		addr = ln.Addr().String()
		ended := make(chan error, 1)
		go func() { ended <- srv.Serve(ln) }() // want `\[shutdownorder/reused-server\]`
		log.Print("loaded")
		s := <-signals
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		if err := srv.Shutdown(drain); err != nil {
			log.Print(err)
		}
		cancel()
		if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
		if s == syscall.SIGTERM {
			return
		}
		log.Print("reloaded")
	}
}
