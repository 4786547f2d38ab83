// Package settings holds what the program is to do.
package settings

import "go.uber.org/zap"

// Settings are read when the program starts.
type Settings struct{ logger *zap.Logger }

// Logger returns what is to log.
func (s *Settings) Logger() *zap.Logger { return s.logger }

// Read reads them.
func Read(logger *zap.Logger) *Settings { return &Settings{logger} }
