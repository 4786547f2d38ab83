// Command grpcserve serves gRPC in main and stops in a goroutine: Serve returns when GracefulStop is over, so nothing is lost.
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
		<-ctx.Done()
		stop()
		time.AfterFunc(20*time.Second, gs.Stop)
		gs.GracefulStop()
	}()
	if err := gs.Serve(ln); err != nil {
		log.Print(err)
	}
}
