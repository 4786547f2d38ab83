// Package report logs.
package report

import "go.uber.org/zap"

// Start logs the start. Info can end the goroutine, if a logger is made so, and this one's maker has not asked for it.
func Start(log *zap.Logger) { log.Info("started") }
