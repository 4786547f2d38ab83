// Command bad encodes videos from a queue. Everything that it does when it is told to stop has one mistake in it; the command good beside it
// has none.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"github.com/robfig/cron/v3"
	"google.golang.org/grpc"

	"example.com/samples/apps/worker/bad/metrics"
	"example.com/samples/apps/worker/bad/notify"
	"example.com/samples/apps/worker/bad/queue"
)

func main() {
	defer func() {
		go notify.Stopped("worker") // want `\[goroutineleak/in-defer\]`
	}()
	if err := run(); err != nil {
		slog.Error("worker", "err", err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	ln, err := net.Listen("tcp", ":9090")
	if err != nil {
		return err
	}
	gs := grpc.NewServer(grpc.WaitForHandlers(true))
	videos := queue.New()
	queue.Register(gs, videos)

	encoder := exec.Command("/usr/local/bin/encoderd", "--socket", "/run/encoder.sock")
	encoder.Stdout, encoder.Stderr = os.Stdout, os.Stderr
	if err := encoder.Start(); err != nil { // want `\[childprocess/missing-setpgid\]`
		return fmt.Errorf("encoder: %w", err)
	}

	for range 4 {
		videos.Work(encode)
	}
	jobs := cron.New()
	jobs.AddFunc("@hourly", videos.Retry)
	jobs.Start()
	m := metrics.New(":9091")
	m.Start()
	go func() {
		if err := gs.Serve(ln); err != nil {
			slog.Error("grpc", "err", err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	slog.Info("stopping")
	gs.GracefulStop() // want `\[noshutdowntimeout/graceful-stop\]`
	jobs.Stop()       // want `\[unawaitedshutdown/stop-result-dropped\]`
	videos.Close()
	encoder.Process.Signal(syscall.SIGTERM)
	err = encoder.Wait()
	drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	go m.Stop(drain) // want `\[unawaitedshutdown/shutdown-in-goroutine\]`
	return err
}

func encode(video string) {
	slog.Info("encoded", "video", video)
}
