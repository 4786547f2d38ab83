// Command actors runs its server as an actor of a group.
package main

import (
	"context"
	"log"
	"net/http"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusCreated) })
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: time.Second}

	var g run.Group
	g.Add(run.SignalHandler(context.Background(), syscall.SIGINT, syscall.SIGTERM))
	g.Add(srv.ListenAndServe, func(error) {
		limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(limited); err != nil {
			log.Print(err)
		}
	})
	log.Print(g.Run())
}
