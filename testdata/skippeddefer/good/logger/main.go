// Command logger exits past the Sync of a logger that holds nothing back.
package main

import (
	"errors"
	"fmt"
	"os"

	"go.uber.org/zap"
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
}

func work() error { return errors.New("no work") }
