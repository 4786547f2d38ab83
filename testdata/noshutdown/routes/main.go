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

	"example.com/samples/noshutdown/routes/api"
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
	go http.ListenAndServe(":8081", api.Routes()) // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
	mux := http.NewServeMux()
	api.Register(mux)
	go http.ListenAndServe(":8082", mux)                                         // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
	go http.ListenAndServe(":8083", own())                                       // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
	go http.ListenAndServe(":8084", http.TimeoutHandler(own(), time.Second, "")) // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
	<-ctx.Done()
	d, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(d); err != nil {
		log.Print(err)
	}
}

func own() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	return mux
}
