// Command background stops with context.Background: a timer bounds one stop, a select the other.
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
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	admin := &http.Server{Addr: ":8081", ReadHeaderTimeout: 5 * time.Second}
	serve(srv)
	serve(admin)

	<-ctx.Done()
	stop()
	timer := time.AfterFunc(10*time.Second, func() { srv.Close() })
	defer timer.Stop()
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}

	done := make(chan error, 1)
	go func() { done <- admin.Shutdown(context.Background()) }()
	select {
	case err := <-done:
		if err != nil {
			log.Print(err)
		}
	case <-time.After(10 * time.Second):
		log.Print("requests to the admin server were left")
	}
}

func serve(srv *http.Server) {
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}
