// Command fleet-board shows what somebody writes to it.
package main

import (
	"bufio"
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/apps/fleet/good/internal/config"
	"example.com/samples/apps/fleet/good/internal/status"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	cfg, err := config.Load()
	if err != nil {
		slog.Error("board", "err", err)
		os.Exit(1)
	}
	text, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		slog.Error("board", "err", err)
		os.Exit(1)
	}
	page := status.Show(cfg.Status, text)
	slog.Info("stopping", "signal", <-stop)
	signal.Stop(stop)
	ctx, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer cancel()
	if err := page.Close(ctx); err != nil {
		slog.Error("page", "err", err)
	}
}
