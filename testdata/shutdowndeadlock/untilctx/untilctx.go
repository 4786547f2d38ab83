// Package untilctx serves until its ctx ends, and waits for Serve before it stops the server.
package untilctx

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"
)

// Run waits for the error of Serve.
func Run(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Handler: h}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	<-ctx.Done()
	err := <-errs // want `shutdowndeadlock/wait-before-stop`
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(err, srv.Shutdown(limit))
}

// RunGroup waits for its group as the first of two arguments.
func RunGroup(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Handler: h}
	var wg sync.WaitGroup
	var failed error
	wg.Go(func() { failed = srv.ListenAndServe() })
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(wait(&wg, &failed), srv.Shutdown(limit)) // want `shutdowndeadlock/wait-before-stop`
}

func wait(wg *sync.WaitGroup, failed *error) error {
	wg.Wait()
	return *failed
}
