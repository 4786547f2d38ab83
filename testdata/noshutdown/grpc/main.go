// Command grpc serves calls and leaves at the signal.
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
	go srv.Serve(listener) // want `nothing shuts srv down after the signal.*\[noshutdown/no-path\]`
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	listener.Close()
}

// RegisterOrders puts a service on the server, as generated code does.
func RegisterOrders(r grpc.ServiceRegistrar) { r.RegisterService(&grpc.ServiceDesc{}, nil) }
