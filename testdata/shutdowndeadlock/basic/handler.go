package basic

import (
	"context"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// admin has a handler that stops its server.
type admin struct {
	srv *http.Server
}

func newAdmin(addr string) *admin {
	a := &admin{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /quit", a.quit)
	a.srv = &http.Server{Addr: addr, Handler: mux}
	return a
}

func (a *admin) quit(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := a.srv.Shutdown(ctx); err != nil { // want `^a\.srv\.Shutdown waits for the request whose handler \(line 20\) calls it \[shutdowndeadlock/in-handler\]$`
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// serveInGroup stops the server when the caller's ctx ends.
func serveInGroup(ctx context.Context, srv *http.Server, l net.Listener) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return srv.Serve(l) })
	g.Go(func() error {
		<-ctx.Done() // want `^ctx\.Done\(\) is not the group's ctx, so the group hangs when srv\.Serve \(line 36\) fails \[shutdowndeadlock/wrong-context\]$`
		stop, cancel := context.WithTimeout(context.WithoutCancel(gctx), 10*time.Second)
		defer cancel()
		return srv.Shutdown(stop)
	})
	return g.Wait()
}
