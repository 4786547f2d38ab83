// Command crosspkg leaves a registry through another package before it stops.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/blockingsighandler/crosspkg/registry"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	if err := registry.Leave("api"); err != nil { // want `registry.Leave waits for the network without limit`
		log.Print(err)
	}
	if err := registry.Forget("web"); err != nil { // want `registry.Forget waits for the network without limit`
		log.Print(err)
	}
	if err := registry.ForgetSoon("docs"); err != nil { // silent: the client has a timeout
		log.Print(err)
	}
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := registry.LeaveContext(drain, "admin"); err != nil { // silent: the ctx bounds it
		log.Print(err)
	}
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}
