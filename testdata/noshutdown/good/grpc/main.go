// Command grpc ends its calls at the signal: Stop cuts them on purpose.
package main

import (
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

func main() {
	listener, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	RegisterOrders(srv)
	go srv.Serve(listener)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	srv.Stop()
}

// RegisterOrders puts a service on the server, as generated code does.
func RegisterOrders(r grpc.ServiceRegistrar) { r.RegisterService(&grpc.ServiceDesc{}, nil) }
