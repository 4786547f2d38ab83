// Package zapcore is a stub of go.uber.org/zap/zapcore v1.28.0, https://pkg.go.dev/go.uber.org/zap@v1.28.0/zapcore.
package zapcore

type Field struct {
	Key       string
	Integer   int64
	String    string
	Interface interface{}
}

type Core interface {
	With(fields []Field) Core
	Sync() error
}
