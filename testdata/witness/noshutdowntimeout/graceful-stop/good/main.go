// Command good cuts streams after a second.
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
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ln, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(srv, health.NewServer())
	go func() {
		if err := srv.Serve(ln); err != nil {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	limit := time.AfterFunc(time.Second, srv.Stop)
	defer limit.Stop()
	srv.GracefulStop()
}
