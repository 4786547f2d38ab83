// Command grpcfatal ends with log.Fatal when gRPC's Serve fails: after a stop it returns nil, so no work is lost.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	ln, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	gs := grpc.NewServer()
	go func() {
		if err := gs.Serve(ln); err != nil {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	stop()
	timer := time.AfterFunc(20*time.Second, gs.Stop)
	defer timer.Stop()
	gs.GracefulStop()
}
