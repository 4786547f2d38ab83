// Command list stops its server through a list of another package.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/cancelledshutdown/list/closer"
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
	limited, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if err := list.Close(limited); err != nil { // want `list.Close gets its ctx after it ended.*\[cancelledshutdown/signal-context\]`
		log.Print(err)
	}
}
