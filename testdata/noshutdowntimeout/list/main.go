// Command list stops its servers through a list of another package, which hands on the ctx that it gets.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/noshutdowntimeout/list/closer"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	var list closer.List
	list.Add(srv.Shutdown)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	if err := list.Close(context.Background()); err != nil { // want `list.Close waits without limit: its ctx has no deadline \[noshutdowntimeout/no-deadline\]`
		log.Print(err)
	}
}
