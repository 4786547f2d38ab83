// Command onshutdown writes what it holds back in a function that nothing waits for.
package main

import (
	"bufio"
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	f, err := os.Create("access.log")
	if err != nil {
		log.Fatal(err)
	}
	access := bufio.NewWriter(f)
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	srv.RegisterOnShutdown(func() { // want `\[unawaitedshutdown/register-on-shutdown\]`
		if err := access.Flush(); err != nil {
			log.Print(err)
		}
	})
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}
