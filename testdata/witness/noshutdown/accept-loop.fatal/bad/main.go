// Command bad takes the end of its listener for a failure.
package main

import (
	"bufio"
	"context"
	"io"
	"log"
	"net"
	"net/http"
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
	var open sync.WaitGroup
	go func() {
		for {
			conn, err := ln.Accept() // want `\[noshutdown/accept-loop\]`
			if err != nil {
				log.Fatal(err)
			}
			open.Add(1)
			go func() {
				defer open.Done()
				serve(conn)
			}()
		}
	}()

	<-ctx.Done()
	if err := ln.Close(); err != nil {
		log.Print(err)
	}
	open.Wait()
}

// serve speaks as much HTTP as an order needs.
func serve(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReader(conn)
	r, err := http.ReadRequest(in)
	if err != nil {
		log.Print(err)
		return
	}
	if r.ContentLength > 0 {
		io.WriteString(conn, "HTTP/1.1 100 Continue\r\n\r\n")
	}
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		log.Print(err)
		return
	}
	io.WriteString(conn, "HTTP/1.1 204 No Content\r\n\r\n")
}
