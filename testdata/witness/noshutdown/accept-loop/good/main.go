// Command good ends when its listener is closed.
package main

import (
	"context"
	"errors"
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
	loop.Go(func() { serve(ln) })
	log.Print("started")

	<-ctx.Done()
	if err := ln.Close(); err != nil {
		log.Print(err)
	}
	loop.Wait()
}

func serve(ln net.Listener) {
	for {
		conn, err := ln.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return
			}
			log.Print(err)
			continue
		}
		go func() {
			io.Copy(conn, conn)
			conn.Close()
		}()
	}
}
