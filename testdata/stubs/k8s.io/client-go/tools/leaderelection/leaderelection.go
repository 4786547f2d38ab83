// Package leaderelection is a stub of k8s.io/client-go/tools/leaderelection v0.37.2,
// https://pkg.go.dev/k8s.io/client-go@v0.37.2/tools/leaderelection.
package leaderelection

import (
	"context"
	"time"

	"k8s.io/client-go/tools/leaderelection/resourcelock"
)

type LeaderElectionConfig struct {
	Lock            resourcelock.Interface
	LeaseDuration   time.Duration
	RenewDeadline   time.Duration
	RetryPeriod     time.Duration
	Callbacks       LeaderCallbacks
	ReleaseOnCancel bool
	Name            string
}

type LeaderCallbacks struct {
	OnStartedLeading func(context.Context)
	OnStoppedLeading func()
	OnNewLeader      func(identity string)
}

type LeaderElector struct {
	_ int
}

func NewLeaderElector(lec LeaderElectionConfig) (*LeaderElector, error) { return &LeaderElector{}, nil }

func RunOrDie(ctx context.Context, lec LeaderElectionConfig) {}

func (le *LeaderElector) Run(ctx context.Context) {}
