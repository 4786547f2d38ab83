// Command configured is silent: another package gives the default client a timeout, so its calls end.
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

	"example.com/samples/blockingsighandler/good/configured/setup"
)

const registry = "http://registry.internal/me"

func main() {
	setup.Clients()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	leave()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func leave() {
	if _, err := http.Post(registry, "text/plain", nil); err != nil {
		log.Print(err)
	}
	req, err := http.NewRequest(http.MethodDelete, registry, nil)
	if err == nil {
		http.DefaultClient.Do(req)
	}
}
