// Command ingoroutine starts two stops and waits for both.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
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
	stopped := make(chan struct{})
	go func() { // silent: the select waits for it
		gs.GracefulStop()
		close(stopped)
	}()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { // silent: wg.Wait waits for it
		defer wg.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	}()
	select {
	case <-stopped:
	case <-time.After(20 * time.Second):
		gs.Stop()
	}
	wg.Wait()
}
