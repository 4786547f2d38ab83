// Package zerolog is a stub of github.com/rs/zerolog v1.35.1, https://pkg.go.dev/github.com/rs/zerolog@v1.35.1.
package zerolog

import "io"

type Event struct {
	_ int
}

func (e *Event) Err(err error) *Event { return &Event{} }

func (e *Event) Str(key, val string) *Event { return &Event{} }

func (e *Event) Msg(msg string) {}

func (e *Event) Msgf(format string, v ...interface{}) {}

func (e *Event) Send() {}

type Logger struct {
	_ int
}

func New(w io.Writer) Logger { return Logger{} }

func (l *Logger) Info() *Event { return &Event{} }

func (l *Logger) Error() *Event { return &Event{} }

func (l *Logger) Fatal() *Event { return &Event{} }

func (l *Logger) Panic() *Event { return &Event{} }
