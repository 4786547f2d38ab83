// Command phases has a method for each phase of its life.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type app struct {
	srv  *http.Server
	stop chan os.Signal
}

func main() {
	a := &app{srv: &http.Server{Addr: ":8080"}, stop: make(chan os.Signal, 1)}
	if err := a.serve(); err != nil {
		log.Print(err)
	}
	a.wait() // want `a.wait comes behind a.serve \(line \d+\), so no signal is ever taken \[lostsignal/late-notify\]`
	a.close()
}

func (a *app) serve() error {
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *app) wait() {
	signal.Notify(a.stop, os.Interrupt, syscall.SIGTERM)
	<-a.stop
	signal.Stop(a.stop)
}

func (a *app) close() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := a.srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
