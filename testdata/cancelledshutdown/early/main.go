// Command early starts its 20 seconds when it starts itself.
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
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	<-stop
	if err := srv.Shutdown(ctx); err != nil { // want `\[cancelledshutdown/early-timeout\]`
		log.Print(err)
	}
}

// waitContext waits for the signal's ctx instead.
func waitContext(srv *http.Server) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	drain, cancel := context.WithDeadline(context.Background(), time.Now().Add(20*time.Second))
	defer cancel()
	<-ctx.Done()
	return srv.Shutdown(drain) // want `\[cancelledshutdown/early-timeout\]`
}

// waitSelect waits for the signal or a failure.
func waitSelect(srv *http.Server, failed <-chan error) error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	select {
	case <-stop:
	case <-failed:
	}
	return srv.Shutdown(ctx) // want `\[cancelledshutdown/early-timeout\]`
}

// waitCaller waits for the end of its caller's ctx.
func waitCaller(ctx context.Context, srv *http.Server) error {
	limited, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	<-ctx.Done()
	return srv.Shutdown(limited) // want `\[cancelledshutdown/early-timeout\]`
}

// startUp is silent: the early timeout is for the start, the stop has one of its own.
func startUp(srv *http.Server, connect func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := connect(ctx); err != nil {
		return err
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	drain, done := context.WithTimeout(context.Background(), 20*time.Second)
	defer done()
	return srv.Shutdown(drain)
}

var _, _, _, _ = waitCaller, waitContext, waitSelect, startUp
