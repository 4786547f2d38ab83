// Command restart begins anew with each SIGHUP: the old server is stopped before, and its error is read where it is known to be stopped.
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
)

func main() {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt)
	for {
		ln, err := net.Listen("tcp", ":8080")
		if err != nil {
			log.Fatal(err)
		}
		srv := &http.Server{Handler: http.NotFoundHandler(), ReadHeaderTimeout: time.Second}
		failed := make(chan error, 1)
		go func() { failed <- srv.Serve(ln) }()
		select {
		case <-hup:
			shut(srv)
			if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
				log.Fatal(err)
			}
		case err := <-failed:
			log.Fatal(err)
		case <-stop:
			shut(srv)
			return
		}
	}
}

func shut(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
