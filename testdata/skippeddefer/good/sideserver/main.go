// Command sideserver exits past the stop of the server that only tells how it is.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	stop := serve(mux, ":9090")
	defer stop()
	time.Sleep(time.Minute)
	if err := os.Remove("input"); err != nil {
		log.Fatal(err) // silent: nobody misses the answer of a health check
	}
}

func serve(mux *http.ServeMux, addr string) (stop func() error) {
	srv := &http.Server{Addr: addr, Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
	return func() error {
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(limit)
	}
}
