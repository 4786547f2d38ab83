// Package election lets one of many processes lead.
package election

import (
	"context"
	"time"

	"k8s.io/client-go/tools/leaderelection"
	"k8s.io/client-go/tools/leaderelection/resourcelock"
)

// LeadAlone leads until ctx ends.
func LeadAlone(ctx context.Context, lock resourcelock.Interface, work func(context.Context)) {
	leaderelection.RunOrDie(ctx, leaderelection.LeaderElectionConfig{ // want `ReleaseOnCancel is not set, so others wait until the lease of leaderelection.RunOrDie expires \[unreleased/lease\]`
		Lock:          lock,
		LeaseDuration: 15 * time.Second,
		RenewDeadline: 10 * time.Second,
		RetryPeriod:   2 * time.Second,
		Callbacks:     leaderelection.LeaderCallbacks{OnStartedLeading: work, OnStoppedLeading: func() {}},
	})
}

// Candidate wants to lead.
type Candidate struct {
	elector *leaderelection.LeaderElector
}

func config(lock resourcelock.Interface, work func(context.Context)) leaderelection.LeaderElectionConfig {
	c := leaderelection.LeaderElectionConfig{Lock: lock, LeaseDuration: 15 * time.Second}
	c.Callbacks.OnStartedLeading = work
	return c
}

// NewCandidate makes a candidate.
func NewCandidate(lock resourcelock.Interface, work func(context.Context)) (*Candidate, error) {
	elector, err := leaderelection.NewLeaderElector(config(lock, work)) // want `ReleaseOnCancel is not set, so others wait until the lease of leaderelection.NewLeaderElector expires`
	if err != nil {
		return nil, err
	}
	return &Candidate{elector}, nil
}

func (c *Candidate) Run(ctx context.Context) { c.elector.Run(ctx) }
