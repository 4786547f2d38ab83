// Command atsignal returns at the signal at which its goroutine only begins to drain.
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

	"example.com/samples/unawaitedshutdown/atsignal/web"
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
	go func() {
		if err := serve(ctx, srv); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	<-ctx.Done() // want `returns at the signal at which srv.Shutdown \(line 27\) begins to drain.*\[unawaitedshutdown/early-return\]`
	log.Print("bye")
}

func either() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- serve(ctx, &http.Server{Addr: ":8081", ReadHeaderTimeout: time.Second}) }()
	select { // want `\[unawaitedshutdown/early-return\]`
	case <-ctx.Done():
		log.Print("bye")
	case err := <-failed:
		log.Print(err)
	}
}

func cancels() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithCancel(context.Background())
	go web.Run(ctx, ":8082")
	<-signals // want `\[unawaitedshutdown/early-return\]`
	cancel()
}

func closes() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	quit := make(chan struct{})
	srv := &http.Server{Addr: ":8083", ReadHeaderTimeout: time.Second}
	go srv.ListenAndServe()
	go func() {
		<-quit
		stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(stop)
	}()
	<-signals // want `\[unawaitedshutdown/early-return\]`
	close(quit)
}

func exits() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go serve(ctx, &http.Server{Addr: ":8084", ReadHeaderTimeout: time.Second})
	<-ctx.Done() // want `\[unawaitedshutdown/early-return\]`
	log.Print("bye")
	os.Exit(0)
}
