// Package logs keeps a logger that writes each line at once.
package logs

import "go.uber.org/zap"

var logger *zap.Logger

func Init() (err error) {
	logger, err = zap.NewProduction()
	return err
}

func Info(text string) { logger.Info(text) }

func Close() error { return logger.Sync() }
