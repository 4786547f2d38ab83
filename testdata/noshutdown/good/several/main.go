// Command several serves two servers through one function, and shuts both down.
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

type servers struct {
	public  *http.Server
	private *http.Server
}

func newServers(h http.Handler) *servers {
	return &servers{
		public:  &http.Server{Addr: ":8080", Handler: h, ReadHeaderTimeout: time.Second},
		private: &http.Server{Addr: ":8081", Handler: h, ReadHeaderTimeout: time.Second},
	}
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func (s *servers) start() {
	go serve(s.public)
	go serve(s.private) // silent: shutDown stops it
}

func (s *servers) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for _, srv := range []*http.Server{s.public, s.private} {
		shutDown(ctx, srv)
	}
}

func shutDown(ctx context.Context, srv *http.Server) {
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func main() {
	s := newServers(http.HandlerFunc(hello))
	s.start()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	s.stop()
}

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }
