// Command bad saves its log in a goroutine that nothing waits for.
package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	f, err := os.Create("access.log")
	if err != nil {
		log.Fatal(err)
	}
	access := bufio.NewWriter(f)
	access.WriteString("12 requests\n")
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	srv.RegisterOnShutdown(func() { // want `\[unawaitedshutdown/register-on-shutdown\]`
		if err := save(access); err != nil {
			log.Print(err)
		}
	})
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}

// save packs the requests of the day and writes the log.
func save(access *bufio.Writer) error {
	packed := gzip.NewWriter(io.Discard)
	if _, err := io.Copy(packed, strings.NewReader(strings.Repeat("GET /orders\n", 1_000_000))); err != nil {
		return err
	}
	if err := packed.Close(); err != nil {
		return err
	}
	return access.Flush()
}
