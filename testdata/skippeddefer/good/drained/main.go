// Command drained ends the process in a goroutine, behind a function that has received the signal and drained.
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
	var wg sync.WaitGroup
	wg.Go(func() {
		srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
		if err := serve(ctx, srv); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err) // silent: the signal does not lead here at once
		}
	})
	<-ctx.Done()
	wg.Wait()
}
