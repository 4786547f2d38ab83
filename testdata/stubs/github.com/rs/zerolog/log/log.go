// Package log is a stub of github.com/rs/zerolog/log v1.35.1, https://pkg.go.dev/github.com/rs/zerolog@v1.35.1/log.
package log

import "github.com/rs/zerolog"

var Logger zerolog.Logger

func Info() *zerolog.Event { return &zerolog.Event{} }

func Error() *zerolog.Event { return &zerolog.Event{} }

func Fatal() *zerolog.Event { return &zerolog.Event{} }

func Panic() *zerolog.Event { return &zerolog.Event{} }
