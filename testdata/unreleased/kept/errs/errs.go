// Package errs sends errors to a service.
package errs

import "github.com/getsentry/sentry-go"

func Init(dsn string) error { return sentry.Init(sentry.ClientOptions{Dsn: dsn}) }

func Send(err error) { sentry.CaptureException(err) }
