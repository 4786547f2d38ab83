// Command routes has its second and third server's routes in another package.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/noshutdown/good/routes/ops"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	go http.ListenAndServe(":8081", ops.Routes())
	mux := http.NewServeMux()
	ops.Register(mux)
	go http.ListenAndServe(":8082", mux)
	go http.ListenAndServe(":8083", own())
	go http.ListenAndServe(":8084", http.TimeoutHandler(own(), time.Second, ""))
	<-ctx.Done()
	d, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(d); err != nil {
		log.Print(err)
	}
}

func own() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/metrics", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	return mux
}
