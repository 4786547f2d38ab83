// Command fleet-board shows what somebody writes to it.
package main

import (
	"bufio"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/apps/fleet/bad/internal/config"
	"example.com/samples/apps/fleet/bad/internal/status"
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
	status.Show(cfg.Status, text) // want `\[noshutdown/no-path\]`
	slog.Info("stopping", "signal", <-stop)
}
