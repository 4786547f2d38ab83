package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// only has no fix: os would be imported for nothing.
func only(ctx context.Context) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, os.Kill) // want `lists SIGKILL.*\[signalset/uncatchable\]`
	defer stop()
	<-ctx.Done()
}

var _ = only
