// Package logrus is a stub of github.com/sirupsen/logrus v1.9.4, https://pkg.go.dev/github.com/sirupsen/logrus@v1.9.4.
package logrus

type Fields map[string]interface{}

type Entry struct {
	Logger *Logger
	Data   Fields
}

func (entry *Entry) Info(args ...interface{}) {}

func (entry *Entry) Error(args ...interface{}) {}

func (entry *Entry) Fatal(args ...interface{}) {}

func (entry *Entry) Fatalf(format string, args ...interface{}) {}

func (entry *Entry) Fatalln(args ...interface{}) {}

func (entry *Entry) Panic(args ...interface{}) {}

func (entry *Entry) Panicf(format string, args ...interface{}) {}

func (entry *Entry) Panicln(args ...interface{}) {}

type Logger struct {
	_ int
}

func New() *Logger { return &Logger{} }

func (logger *Logger) WithError(err error) *Entry { return &Entry{} }

func (logger *Logger) Info(args ...interface{}) {}

func (logger *Logger) Error(args ...interface{}) {}

func (logger *Logger) Fatal(args ...interface{}) {}

func (logger *Logger) Fatalf(format string, args ...interface{}) {}

func (logger *Logger) Fatalln(args ...interface{}) {}

func (logger *Logger) Panic(args ...interface{}) {}

func (logger *Logger) Panicf(format string, args ...interface{}) {}

func (logger *Logger) Panicln(args ...interface{}) {}

func (logger *Logger) Exit(code int) {}

func WithError(err error) *Entry { return &Entry{} }

func WithField(key string, value interface{}) *Entry { return &Entry{} }

func Info(args ...interface{}) {}

func Infof(format string, args ...interface{}) {}

func Error(args ...interface{}) {}

func Errorf(format string, args ...interface{}) {}

func Fatal(args ...interface{}) {}

func Fatalf(format string, args ...interface{}) {}

func Fatalln(args ...interface{}) {}

func Panic(args ...interface{}) {}

func Panicf(format string, args ...interface{}) {}

func Panicln(args ...interface{}) {}

func Exit(code int) {}
