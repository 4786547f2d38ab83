// Command bad never asks how its children ended.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := orders.Routes()
	mux.HandleFunc("GET /thumbnail", thumbnail)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}

// thumbnail starts the work and does not wait for it.
func thumbnail(w http.ResponseWriter, r *http.Request) {
	convert := exec.Command("true")
	if err := convert.Start(); err != nil { // want `\[childprocess/zombie\]`
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	io.WriteString(w, "begun\n")
}
