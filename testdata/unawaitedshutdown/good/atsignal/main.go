// Command atsignal waits until the drain is over, or has nothing to drain that anybody would miss.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"example.com/samples/unawaitedshutdown/good/atsignal/web"
)

func serve(ctx context.Context, srv *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(stop)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := serve(ctx, srv); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	})
	<-ctx.Done() // silent: wg.Wait waits for the goroutine
	wg.Wait()
	log.Print("bye")
}

func either() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- serve(ctx, &http.Server{Addr: ":8081", ReadHeaderTimeout: time.Second}) }()
	select { // silent: the case waits for what the goroutine sends when it has drained
	case <-ctx.Done():
		log.Print(<-failed)
	case err := <-failed:
		log.Print(err)
	}
}

func cancels() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		web.Run(ctx, ":8082")
	}()
	defer func() { <-done }()
	<-signals // silent: the deferred literal waits
	cancel()
}

func closes() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	quit := make(chan struct{})
	srv := &http.Server{Addr: "localhost:8083", ReadHeaderTimeout: time.Second}
	go srv.ListenAndServe()
	go func() {
		<-quit
		stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(stop)
	}()
	<-signals // silent: only this machine can call the server
	close(quit)
}

func exits() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	drained := make(chan error, 1)
	go func() { drained <- serve(ctx, &http.Server{Addr: ":8084", ReadHeaderTimeout: time.Second}) }()
	<-ctx.Done()
	if err := <-drained; err != nil { // silent: it exits when it has been told of the end
		log.Print(err)
	}
	os.Exit(0)
}
