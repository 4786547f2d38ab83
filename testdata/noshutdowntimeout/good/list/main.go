// Command list stops its servers through a list of another package, which hands on the ctx that it gets.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/noshutdowntimeout/list/closer"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	var list closer.List
	list.Add(srv.Shutdown)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := list.Close(limited); err != nil {
		log.Print(err)
	}
}
