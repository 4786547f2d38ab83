// Package election lets one of many processes lead, and gives the leadership back.
package election

import (
	"context"
	"time"

	"k8s.io/client-go/tools/leaderelection"
	"k8s.io/client-go/tools/leaderelection/resourcelock"
)

// LeadAlone leads until ctx ends.
func LeadAlone(ctx context.Context, lock resourcelock.Interface, work func(context.Context)) {
	leaderelection.RunOrDie(ctx, leaderelection.LeaderElectionConfig{
		Lock:            lock,
		LeaseDuration:   15 * time.Second,
		RenewDeadline:   10 * time.Second,
		RetryPeriod:     2 * time.Second,
		ReleaseOnCancel: true,
		Callbacks:       leaderelection.LeaderCallbacks{OnStartedLeading: work, OnStoppedLeading: func() {}},
	})
}

// Candidate wants to lead.
type Candidate struct {
	elector *leaderelection.LeaderElector
}

func config(lock resourcelock.Interface, work func(context.Context)) leaderelection.LeaderElectionConfig {
	c := leaderelection.LeaderElectionConfig{Lock: lock, LeaseDuration: 15 * time.Second}
	c.Callbacks.OnStartedLeading = work
	c.ReleaseOnCancel = true
	return c
}

// NewCandidate makes a candidate.
func NewCandidate(lock resourcelock.Interface, work func(context.Context)) (*Candidate, error) {
	elector, err := leaderelection.NewLeaderElector(config(lock, work))
	if err != nil {
		return nil, err
	}
	return &Candidate{elector}, nil
}

func (c *Candidate) Run(ctx context.Context) { c.elector.Run(ctx) }
