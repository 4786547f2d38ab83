// Package grpc is silent: something ends a GracefulStop that lasts.
package grpc

import (
	"context"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
)

// Select waits for a timer beside the stop.
func Select(gs *grpc.Server) {
	done := make(chan struct{})
	go func() {
		gs.GracefulStop()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		gs.Stop()
	}
}

// Context waits for a ctx with a deadline beside the stop.
func Context(gs *grpc.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		gs.GracefulStop()
	}()
	select {
	case <-done:
	case <-ctx.Done():
		gs.Stop()
	}
}

// After calls Stop from a timer.
func After(gs *grpc.Server) {
	timer := time.AfterFunc(20*time.Second, gs.Stop)
	defer timer.Stop()
	gs.GracefulStop()
}

// Second calls Stop at the second signal.
func Second(gs *grpc.Server) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	go func() {
		<-signals
		gs.Stop()
	}()
	gs.GracefulStop()
}

// Age closes old connections with what is open on them: the time and the grace are both set.
func Age(ctx context.Context, ln net.Listener) {
	gs := grpc.NewServer(grpc.KeepaliveParams(keepalive.ServerParameters{
		MaxConnectionAge:      10 * time.Second,
		MaxConnectionAgeGrace: 5 * time.Second,
	}))
	go gs.Serve(ln)
	<-ctx.Done()
	gs.GracefulStop()
}

// Stop cuts what is open at once.
func Stop(gs *grpc.Server) {
	gs.Stop()
}
