// Command atend leaves goroutines behind when it ends.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, func() (string, error) { return "", nil }); err != nil {
		log.Fatal(err)
	}
}

// run is main's only work: what it leaves blocked, the end of the process ends.
func run(ctx context.Context, next func() (string, error)) error {
	lines, errs := make(chan string), make(chan error)
	go func() {
		for {
			l, err := next()
			if err != nil {
				errs <- err
				return
			}
			lines <- l
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-errs:
			return err
		case l := <-lines:
			log.Print(l)
		}
	}
}
