// Package grpc stops gRPC servers, whose GracefulStop takes no ctx.
package grpc

import (
	"context"
	"net"
	"time"

	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
)

// Alone has nothing that calls Stop.
func Alone(ctx context.Context, ln net.Listener) error {
	gs := grpc.NewServer()
	go func() {
		<-ctx.Done()
		gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	}()
	return gs.Serve(ln)
}

// Late calls Stop when GracefulStop has returned.
func Late(gs *grpc.Server) {
	gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	gs.Stop()
}

// Deferred calls Stop on the way out, which is too late as well.
func Deferred(gs *grpc.Server) {
	defer gs.Stop()
	gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
}

// Other stops another server when the time is over.
func Other(gs, admin *grpc.Server) {
	timer := time.AfterFunc(20*time.Second, admin.Stop)
	defer timer.Stop()
	gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
}

// Age alone is no bound: an old connection is told to go, but its streams may stay.
func Age(ctx context.Context, ln net.Listener) {
	gs := grpc.NewServer(grpc.KeepaliveParams(keepalive.ServerParameters{MaxConnectionAge: time.Minute}))
	go gs.Serve(ln)
	<-ctx.Done()
	gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
}

// Idle is no bound: a connection with a stream is not idle.
func Idle(ctx context.Context, ln net.Listener) {
	gs := grpc.NewServer(grpc.KeepaliveParams(keepalive.ServerParameters{MaxConnectionIdle: time.Minute}))
	go gs.Serve(ln)
	<-ctx.Done()
	gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
}

// Member stops in a member of an errgroup.
func Member(ctx context.Context, gs *grpc.Server, ln net.Listener) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return gs.Serve(ln) })
	g.Go(func() error {
		<-ctx.Done()
		gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
		return nil
	})
	return g.Wait()
}

// Actor stops in an interrupt.
func Actor(gs *grpc.Server, ln net.Listener) error {
	var g run.Group
	g.Add(func() error { return gs.Serve(ln) }, func(error) {
		gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	})
	return g.Run()
}

// Service keeps the server.
type Service struct {
	*grpc.Server
	ln net.Listener
}

// Close stops through the promoted method.
func (s *Service) Close() error {
	s.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	return s.ln.Close()
}

func runAll(closers ...func()) {
	for _, c := range closers {
		c()
	}
}

// Closers hands the method over.
func Closers(gs *grpc.Server, flush func()) {
	runAll(gs.GracefulStop, flush) // want `\[noshutdowntimeout/graceful-stop\]`
}

// List keeps the method in a slice.
func List(gs *grpc.Server) {
	closers := []func(){gs.GracefulStop}
	for _, c := range closers {
		c() // want `\[noshutdowntimeout/graceful-stop\]`
	}
}

// Value calls it by another name.
func Value(gs *grpc.Server) {
	stop := gs.GracefulStop
	stop() // want `\[noshutdowntimeout/graceful-stop\]`
}
