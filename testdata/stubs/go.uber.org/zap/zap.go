// Package zap is a stub of go.uber.org/zap v1.28.0, https://pkg.go.dev/go.uber.org/zap@v1.28.0.
package zap

import (
	"runtime"

	"go.uber.org/zap/zapcore"
)

type Field = zapcore.Field

type Option interface {
	apply(*Logger)
}

type Logger struct {
	after int
}

func New(core zapcore.Core, options ...Option) *Logger { return &Logger{} }

func NewProduction(options ...Option) (*Logger, error) { return &Logger{}, nil }

type Config struct {
	Encoding    string
	OutputPaths []string
}

func NewProductionConfig() Config { return Config{} }

func (cfg Config) Build(opts ...Option) (*Logger, error) { return &Logger{}, nil }

func NewNop() *Logger { return &Logger{} }

func (log *Logger) Sugar() *SugaredLogger { return &SugaredLogger{} }

// Info ends the goroutine where an option asks for it, as the library does after it has written.
func (log *Logger) Info(msg string, fields ...Field) {
	if log.after == 1 {
		runtime.Goexit()
	}
}

func (log *Logger) Error(msg string, fields ...Field) {}

func (log *Logger) Panic(msg string, fields ...Field) {}

func (log *Logger) Fatal(msg string, fields ...Field) {}

func (log *Logger) Sync() error { return nil }

func String(key string, val string) Field { return Field{} }

func Error(err error) Field { return Field{} }

func L() *Logger { return &Logger{} }

func S() *SugaredLogger { return &SugaredLogger{} }

type SugaredLogger struct {
	_ int
}

func (s *SugaredLogger) Infow(msg string, keysAndValues ...interface{}) {}

func (s *SugaredLogger) Errorw(msg string, keysAndValues ...interface{}) {}

func (s *SugaredLogger) Panic(args ...interface{}) {}

func (s *SugaredLogger) Panicf(template string, args ...interface{}) {}

func (s *SugaredLogger) Panicw(msg string, keysAndValues ...interface{}) {}

func (s *SugaredLogger) Panicln(args ...interface{}) {}

func (s *SugaredLogger) Fatal(args ...interface{}) {}

func (s *SugaredLogger) Fatalf(template string, args ...interface{}) {}

func (s *SugaredLogger) Fatalw(msg string, keysAndValues ...interface{}) {}

func (s *SugaredLogger) Fatalln(args ...interface{}) {}

func (s *SugaredLogger) Sync() error { return nil }
