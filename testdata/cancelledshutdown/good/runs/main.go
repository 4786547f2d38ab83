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
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return srv.Shutdown(stopping)
}

// retried has got what it waited for: that its ctx ended is an error, and another way.
func retried(ctx context.Context, srv *http.Server, connect func() error, done <-chan struct{}) error {
	if err := work.Retry(ctx, connect); err != nil {
		return err
	}
	<-done
	stopping, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return srv.Shutdown(stopping)
}
