// Command side drains the server that customers call. Those for whoever runs the program lose nothing when they are cut.
package main

import (
	"context"
	"expvar"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	go func() { log.Print(http.ListenAndServe("localhost:6060", nil)) }()

	profiles := http.NewServeMux()
	profiles.HandleFunc("/debug/pprof/", pprof.Index)
	profiles.Handle("/vars", expvar.Handler())
	go func() { log.Print(http.ListenAndServe(":6061", profiles)) }()

	health := http.NewServeMux()
	health.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	checks := &http.Server{Addr: ":8081", Handler: health}
	go checks.ListenAndServe()

	// A redirect is answered at once.
	go http.ListenAndServe(":80", http.HandlerFunc(redirect))

	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(hello)}
	go func() { log.Print(srv.ListenAndServe()) }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func redirect(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+r.Host+r.URL.Path, http.StatusPermanentRedirect)
}

func hello(w http.ResponseWriter, r *http.Request) {}
