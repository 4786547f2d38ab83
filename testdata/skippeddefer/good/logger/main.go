// Command logger exits past the Sync of a logger that holds nothing back.
package main

import (
	"errors"
	"fmt"
	"os"

	"go.uber.org/zap"

	"example.com/samples/skippeddefer/good/logger/settings"
)

func main() {
	cfg := zap.NewProductionConfig()
	cfg.OutputPaths = []string{"stderr"}
	logger, err := cfg.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer logger.Sync()
	logger.Info("begun")
	if err := work(); err != nil {
		fmt.Println(err)
		os.Exit(1) // silent: the logger has written each entry at once
	}
	configured(settings.Read(logger))
}

func configured(s *settings.Settings) {
	logger := s.Logger()
	defer logger.Sync()
	logger.Info("configured")
	if err := work(); err != nil {
		fmt.Println(err)
		os.Exit(1) // silent: who has made the logger is not in view. etcd has this form (etcd-io/etcd 2f59c9f1)
	}
}

func work() error { return errors.New("no work") }
