// Package untilctx serves until its ctx ends, stops its server and then waits for Serve.
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
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(srv.Shutdown(limit), <-errs)
}

// RunGroup waits for its group as the second of two arguments.
func RunGroup(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Handler: h}
	var wg sync.WaitGroup
	var failed error
	wg.Go(func() { failed = srv.ListenAndServe() })
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(srv.Shutdown(limit), wait(&wg, &failed))
}

func wait(wg *sync.WaitGroup, failed *error) error {
	wg.Wait()
	return *failed
}
