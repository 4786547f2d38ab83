// Command onshutdown ends streams when Shutdown begins, and waits for what it writes.
package main

import (
	"bufio"
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

	f, err := os.Create("access.log")
	if err != nil {
		log.Fatal(err)
	}
	access := bufio.NewWriter(f)
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}

	streams, endStreams := context.WithCancel(context.Background())
	defer endStreams()
	srv.RegisterOnShutdown(endStreams) // silent: it only tells the streams, and Shutdown waits for them
	http.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) { <-streams.Done() })

	flushed := make(chan struct{})
	srv.RegisterOnShutdown(func() { // silent: main waits for it
		defer close(flushed)
		if err := access.Flush(); err != nil {
			log.Print(err)
		}
	})
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	<-flushed
}
