// Package errs sends errors to a service.
package errs

import (
	"time"

	"github.com/getsentry/sentry-go"
)

func Init(dsn string) error { return sentry.Init(sentry.ClientOptions{Dsn: dsn}) }

// Flush waits until all is sent.
func Flush() { sentry.Flush(2 * time.Second) }

func Send(err error) { sentry.CaptureException(err) }
