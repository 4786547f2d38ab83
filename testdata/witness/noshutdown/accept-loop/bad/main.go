// Command bad goes on when its listener is closed.
package main

import (
	"context"
	"io"
	"log"
	"net"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ln, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	var loop sync.WaitGroup
	loop.Go(func() { serve(ln) }) // want `\[goroutineleak/no-exit\]`
	log.Print("started")

	<-ctx.Done()
	if err := ln.Close(); err != nil {
		log.Print(err)
	}
	loop.Wait() // want `\[blockingsighandler/unbounded-wait\]`
}

func serve(ln net.Listener) {
	for {
		conn, err := ln.Accept() // want `\[noshutdown/accept-loop\]`
		if err != nil {
			continue
		}
		go func() {
			io.Copy(conn, conn)
			conn.Close()
		}()
	}
}
