// Command uncatchable lists signals that the kernel keeps to itself.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, os.Kill, syscall.SIGTERM) // want `signal.Notify lists SIGKILL, which no program can take \[signalset/uncatchable\]`
	<-c
	await(context.Background())
}

func await(ctx context.Context) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGKILL) // want `signal.NotifyContext lists SIGKILL.*\[signalset/uncatchable\]`
	defer stop()
	<-ctx.Done()
}

func pause() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGSTOP) // want `signal.Notify lists SIGSTOP.*\[signalset/uncatchable\]`
	<-c
}
