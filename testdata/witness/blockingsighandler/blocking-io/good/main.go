// Command good gives the registry a second.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			os.Exit(1)
		}
	}()

	<-signals
	limit, done := context.WithTimeout(context.Background(), time.Second)
	leave := exec.CommandContext(limit, "sleep", "60") // stands for a registry that does not answer
	if err := leave.Run(); err != nil {
		log.Print(err)
	}
	done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}
