// Command listenersignal closes its listener when the signal comes, and cuts its open requests.
package main

import (
	"errors"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

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
	go closeAtSignal(l)
	err = web.Serve(l, &http.Server{Handler: mux}, &web.FlagConfig{}, slog.Default())
	if !errors.Is(err, net.ErrClosed) {
		log.Print(err)
	}
}

func closeAtSignal(l net.Listener) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	l.Close() // want `^l\.Close closes only the listener of .*: open requests are not waited for \[noshutdown/no-path\]$`
}
