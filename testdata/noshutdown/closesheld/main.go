// Command closesheld closes its server in a method.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type api struct{ srv *http.Server }

func (a *api) Start() { go a.srv.ListenAndServe() }
func (a *api) Stop()  { a.srv.Close() } // want `a.srv.Close cuts the open requests of a.srv at the stop \[noshutdown/no-path\]`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &api{srv: &http.Server{Addr: ":8080", Handler: http.HandlerFunc(hello)}}
	a.Start()
	<-ctx.Done()
	a.Stop()
}

func hello(w http.ResponseWriter, r *http.Request) {}
