// Command streams has services with streams, so one client is enough to keep GracefulStop waiting: an error.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"example.com/samples/noshutdowntimeout/streams/feedpb"
)

type feed struct{}

func (feed) Follow(_ *feedpb.Topic, stream grpc.ServerStream) error {
	<-stream.Context().Done()
	return nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	ln, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	gs := grpc.NewServer()
	feedpb.RegisterFeedServer(gs, feed{})

	go func() {
		<-ctx.Done()
		gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	}()
	if err := gs.Serve(ln); err != nil {
		log.Fatal(err)
	}
}

// watched has the health service, whose Watch is a stream. Its Shutdown does not end Watch.
func watched(ctx context.Context, ln net.Listener) error {
	gs, hs := grpc.NewServer(), health.NewServer()
	healthpb.RegisterHealthServer(gs, hs)
	go func() {
		<-ctx.Done()
		hs.Shutdown()
		gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	}()
	return gs.Serve(ln)
}

var _ = watched
