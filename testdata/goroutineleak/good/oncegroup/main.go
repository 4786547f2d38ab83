// Command oncegroup has a member of a group that the program makes once: what it leaves behind at the end of the process goes with it. Silent.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		log.Print(err)
	}
}

func run(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		failed := make(chan error)
		go func() {
			if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				failed <- err
			}
		}()
		select {
		case err := <-failed:
			return err
		case <-ctx.Done():
			grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
			defer cancel()
			return srv.Shutdown(grace)
		}
	})
	return group.Wait()
}
