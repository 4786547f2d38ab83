// Package api serves.
package api

import (
	"log"
	"net/http"
	"time"
)

// Listen serves until the process ends.
func Listen(addr string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: addr, Handler: mux, ReadTimeout: 10 * time.Second}
	if err := srv.ListenAndServe(); err != nil { // want `nobody can shut down what srv.ListenAndServe serves.*\[noshutdown/unstoppable\]`
		log.Fatal(err)
	}
}

func orders(w http.ResponseWriter, r *http.Request) {}
