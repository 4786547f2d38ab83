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
	srv  *http.Server
	main *http.Server
}

func newAdmin(addr string) *admin {
	a := &admin{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /quit", a.quit)
	mux.HandleFunc("POST /quit/main", a.quitMain)
	a.srv = &http.Server{Addr: addr, Handler: mux}
	a.main = &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	return a
}

func (a *admin) quit(w http.ResponseWriter, r *http.Request) {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		a.srv.Shutdown(ctx)
	}()
}

// quitMain stops another server than the one it belongs to.
func (a *admin) quitMain(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := a.main.Shutdown(ctx); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// serveInGroup stops the server when the group's ctx ends.
func serveInGroup(ctx context.Context, srv *http.Server, l net.Listener) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return srv.Serve(l) })
	g.Go(func() error {
		<-gctx.Done()
		stop, cancel := context.WithTimeout(context.WithoutCancel(gctx), 10*time.Second)
		defer cancel()
		return srv.Shutdown(stop)
	})
	return g.Wait()
}
