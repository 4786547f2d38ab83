// Command closesheld drains its server in a method.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type api struct{ srv *http.Server }

func (a *api) Start() { go a.srv.ListenAndServe() }

func (a *api) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	a.srv.Shutdown(ctx)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &api{srv: &http.Server{Addr: ":8080", Handler: http.HandlerFunc(hello)}}
	a.Start()
	<-ctx.Done()
	a.Stop()
}

func hello(w http.ResponseWriter, r *http.Request) {}
