// Command logger exits past the Sync of a logger that is made to hold entries back.
package main

import (
	"errors"
	"fmt"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

func main() {
	logger := zap.New(&batched{})
	defer logger.Sync()
	logger.Info("begun")
	if err := work(); err != nil {
		fmt.Println(err)
		os.Exit(1) // want `os.Exit skips the deferred logger.Sync \(line 15\): what it holds back is lost`
	}
}

// batched is a core that writes many entries at once.
type batched struct{ entries [][]zapcore.Field }

func (b *batched) With(fields []zapcore.Field) zapcore.Core {
	return &batched{append(b.entries, fields)}
}

func (b *batched) Sync() error {
	_, err := fmt.Fprintln(os.Stderr, b.entries)
	b.entries = nil
	return err
}

func work() error { return errors.New("no work") }
