// Command runs works in another package until its ctx ends, and stops its server then.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/cancelledshutdown/runs/work"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	go srv.ListenAndServe()
	if err := run(ctx, srv); err != nil {
		log.Print(err)
	}
}

func run(ctx context.Context, srv *http.Server) error {
	pool := &work.Pool{}
	if err := pool.Run(ctx); err != nil {
		return err
	}
	stopping, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return srv.Shutdown(stopping) // want `gets its ctx after it ended.*\[cancelledshutdown/`
}

func wait(ctx context.Context, failed <-chan error) error {
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return nil
	}
}

func waitHere(ctx context.Context, srv *http.Server, failed <-chan error) error {
	if err := wait(ctx, failed); err != nil {
		log.Print(err)
	}
	stopping, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return srv.Shutdown(stopping) // want `gets its ctx after it ended.*\[cancelledshutdown/`
}
