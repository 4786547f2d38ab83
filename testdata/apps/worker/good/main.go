// Command good encodes videos from a queue, and stops as a service does: it drains, waits and leaves nothing behind.
package main

import (
	"context"
	"errors"
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

	"example.com/samples/apps/worker/good/metrics"
	"example.com/samples/apps/worker/good/notify"
	"example.com/samples/apps/worker/good/queue"
)

func main() {
	defer notify.Stopped("worker")
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
	encoder.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := encoder.Start(); err != nil {
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
	timer := time.AfterFunc(10*time.Second, gs.Stop)
	defer timer.Stop()
	gs.GracefulStop()
	<-jobs.Stop().Done()
	videos.Close()
	syscall.Kill(-encoder.Process.Pid, syscall.SIGTERM)
	err = encoder.Wait()
	drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return errors.Join(err, m.Stop(drain))
}

func encode(video string) {
	slog.Info("encoded", "video", video)
}
