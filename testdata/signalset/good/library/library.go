// Package library is no program.
package library

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

func serving() *http.Server {
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	return srv
}

// Run serves until it is told to stop.
func Run() error {
	srv := serving()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Until serves until one of the signals that its caller names.
func Until(signals ...os.Signal) error {
	srv := serving()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, signals...)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Ask gives up a question at Ctrl-C, and stops nothing.
func Ask(answer <-chan string) (string, error) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	defer signal.Stop(quit)
	select {
	case a := <-answer:
		return a, nil
	case <-quit:
		return "", errors.New("interrupted")
	}
}
