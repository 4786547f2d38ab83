// Command sidehelper hands the routes of a side server to the function that serves it.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	health := http.NewServeMux()
	health.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })
	go serve(":9090", health)

	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(hello)}
	go srv.ListenAndServe()
	<-ctx.Done()
	limit, done := context.WithTimeout(context.Background(), 20*time.Second)
	defer done()
	srv.Shutdown(limit)
}

// serve is silent: all that the program hands it is a side server's.
func serve(addr string, routes *http.ServeMux) {
	side := &http.Server{Addr: addr, Handler: routes}
	fmt.Println(side.ListenAndServe())
}

func hello(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") }
