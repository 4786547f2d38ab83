// Command settings keeps its settings when new ones cannot be read.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGHUP, syscall.SIGTERM)
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	for sig := range signals {
		switch sig {
		case syscall.SIGHUP:
			if err := load(); err != nil {
				log.Print(err)
			}
		default:
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			if err := srv.Shutdown(ctx); err != nil {
				log.Fatal(err)
			}
			return
		}
	}
}

func load() error {
	_, err := os.ReadFile("settings.json")
	return err
}
