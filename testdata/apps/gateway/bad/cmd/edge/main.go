// Command edge takes measurements of browsers and of devices at one address.
package main

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"
	"google.golang.org/grpc"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/tracing"
)

// edge is all that runs.
type edge struct {
	http *http.Server
	grpc *grpc.Server
}

func newEdge(addr string) *edge {
	e := &edge{grpc: grpc.NewServer()}
	e.http = &http.Server{Addr: addr, Handler: h2c.NewHandler(e.split(pages()), &http2.Server{}), ReadHeaderTimeout: 5 * time.Second} // want `\[noshutdown/h2c-handler\]`
	return e
}

func pages() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /beacon", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) })
	return mux
}

// split gives calls to the gRPC server and the rest to the pages.
func (e *edge) split(pages http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor == 2 && strings.HasPrefix(r.Header.Get("Content-Type"), "application/grpc") {
			e.grpc.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	})
}

func (e *edge) stop(ctx context.Context) error {
	timer := time.AfterFunc(5*time.Second, e.grpc.Stop)
	defer timer.Stop()
	e.grpc.GracefulStop() // want `\[noshutdown/grpc-servehttp\]`
	return e.http.Shutdown(ctx)
}

func main() {
	cfg := config.Load()
	traces := tracing.Start("http://traces.internal/v1/spans")
	defer tracing.Stop(traces)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	e := newEdge(cfg.HTTP)
	failed := make(chan error, 1)
	go func() {
		if err := e.http.ListenAndServe(); err != http.ErrServerClosed {
			failed <- err
		}
	}()
	select {
	case err := <-failed:
		log.Fatalf("edge: %v", err) // want `\[skippeddefer/exit\]`
	case <-ctx.Done():
	}
	stop()
	drain, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer cancel()
	if err := e.stop(drain); err != nil {
		slog.Error("stop", "err", err)
	}
}
