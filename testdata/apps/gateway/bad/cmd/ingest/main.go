// Command ingest takes measurements in the line protocol, and answers operators by HTTP.
package main

import (
	"context"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/lines"
	"example.com/samples/apps/gateway/bad/internal/queue"
	"example.com/samples/apps/gateway/bad/internal/spool"
)

// ops answers operators.
type ops struct {
	ln  net.Listener
	srv *http.Server
}

func newOps(addr string, q *queue.Queue) (*ops, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /replay", func(w http.ResponseWriter, r *http.Request) {
		if err := q.Add(r.Context(), "replay "+r.FormValue("day")); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	return &ops{ln: ln, srv: &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}}, nil
}

func (o *ops) start() {
	go func() {
		if err := o.srv.Serve(o.ln); err != http.ErrServerClosed {
			log.Fatalf("ops: %v", err) // want `\[fatalserve/listener-closed\]`
		}
	}()
}

func (o *ops) stop(ctx context.Context) error {
	o.ln.Close()
	return o.srv.Shutdown(ctx)
}

func main() {
	cfg := config.Load()
	sp, err := spool.Open(cfg.Spool)
	if err != nil {
		log.Fatal(err)
	}
	q := queue.New(sp, 1024)
	q.Start(cfg.Workers)
	l, err := lines.Listen(cfg.Lines, q)
	if err != nil {
		log.Fatal(err)
	}
	o, err := newOps(cfg.HTTP, q)
	if err != nil {
		log.Fatal(err)
	}

	signals := make(chan os.Signal, 1)
	signal.Notify(signals) // want `\[signalset/every-signal\]`
	ctx, cancel := context.WithCancel(context.Background())
	go l.Serve(ctx)
	o.start()

	slog.Info("stopping", "signal", <-signals)
	close(signals) // want `\[lostsignal/closed-channel\]`
	cancel()
	drain, done := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer done()
	if err := o.stop(drain); err != nil {
		slog.Error("ops", "err", err)
	}
	if err := l.Close(); err != nil {
		slog.Error("lines", "err", err)
	}
	q.Close()
	if err := sp.Close(); err != nil {
		slog.Error("spool", "err", err)
	}
}
