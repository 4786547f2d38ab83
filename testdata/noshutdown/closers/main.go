// Command closers keeps what stops its parts in a list: the Close of its server, which cuts.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type app struct {
	closers []func() error
}

func (a *app) onStop(f func() error) { a.closers = append(a.closers, f) }

func (a *app) stop() {
	for _, f := range a.closers {
		if err := f(); err != nil { // want `cuts the open requests of srv at the stop \[noshutdown/no-path\]`
			log.Print(err)
		}
	}
}

func main() {
	a := &app{}
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(hello), ReadHeaderTimeout: time.Second}
	a.onStop(srv.Close)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	a.stop()
}

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }
