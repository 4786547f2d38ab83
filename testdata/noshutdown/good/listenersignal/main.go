// Command listenersignal shuts its server down when the signal comes, and waits for it.
package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/prometheus/exporter-toolkit/web"
)

type gate struct{}

func (gate) push(w http.ResponseWriter, r *http.Request) {}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/push", gate{}.push)
	l, err := net.Listen("tcp", ":9091")
	if err != nil {
		log.Print(err)
		return
	}
	srv := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	done := make(chan struct{})
	go closeAtSignal(srv, done)
	err = web.Serve(l, srv, &web.FlagConfig{}, slog.Default())
	if !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
		return
	}
	<-done
}

func closeAtSignal(srv *http.Server, done chan<- struct{}) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	signal.Stop(stop)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	close(done)
}
