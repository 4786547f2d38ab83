// Command startsteps gives up while it starts: its server has been up for no longer than the steps that follow. A connector of tailscale's has this form
// (tailscale/tailscale de9ec7ee).
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/skippeddefer/good/startsteps/peers"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: peers.Handler()}
	go srv.ListenAndServe()
	defer func() {
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	run(ctx, os.Args[1])
}

func run(ctx context.Context, leader string) {
	if err := peers.Join(leader); err != nil {
		log.Fatalf("join: %v", err)
	}
	if err := peers.Announce(leader); err != nil {
		log.Fatalf("announce: %v", err)
	}
	<-ctx.Done()
}
