// Command ingoroutinegrpc does so with a gRPC server, and with a function that stops another.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)

	ln, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	gs := grpc.NewServer()
	go gs.Serve(ln)
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	go srv.ListenAndServe()

	<-stop
	go gs.GracefulStop() // want `\[unawaitedshutdown/shutdown-in-goroutine\]`
	go cleanup(srv)      // want `\[unawaitedshutdown/shutdown-in-goroutine\]`
}

func cleanup(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
