// Package keepalive is a stub of google.golang.org/grpc/keepalive v1.85.0, https://pkg.go.dev/google.golang.org/grpc@v1.85.0/keepalive.
package keepalive

import "time"

type ServerParameters struct {
	MaxConnectionIdle     time.Duration
	MaxConnectionAge      time.Duration
	MaxConnectionAgeGrace time.Duration
	Time                  time.Duration
	Timeout               time.Duration
}
