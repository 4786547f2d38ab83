// Command toldfirst waits for its streams before it shuts the server down, but has told them to end, those too that come meanwhile. Silent.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type app struct {
	streams sync.WaitGroup
	updates chan string
	quit    chan struct{}
}

func (a *app) poll(w http.ResponseWriter, r *http.Request) {
	a.streams.Add(1)
	defer a.streams.Done()
	for {
		select {
		case u := <-a.updates:
			fmt.Fprintln(w, u)
		case <-a.quit:
			return
		case <-r.Context().Done():
			return
		}
	}
}

func main() {
	a := &app{updates: make(chan string), quit: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("/poll", a.poll)
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: time.Second}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM, os.Interrupt)
	<-sig
	close(a.quit)
	a.streams.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
