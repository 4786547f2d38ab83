// Command cleanups keeps its stops in a list of the standard library.
package main

import (
	"container/list"
	"context"
	"log"
	"net"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

type cleanup func(context.Context)

// stopServer makes the stop of a server, with a limit.
func stopServer(s *grpc.Server) cleanup {
	return func(ctx context.Context) {
		done := make(chan struct{})
		go func() {
			s.GracefulStop()
			close(done)
		}()
		select {
		case <-done:
		case <-ctx.Done():
			s.Stop()
		}
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	cleanups := list.New()
	defer func() {
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		for el := cleanups.Front(); el != nil; el = el.Next() {
			if clean, ok := el.Value.(cleanup); ok {
				clean(limit)
			}
		}
	}()
	s := grpc.NewServer()
	cleanups.PushFront(stopServer(s))
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return
	}
	go func() {
		if err := s.Serve(l); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
}
