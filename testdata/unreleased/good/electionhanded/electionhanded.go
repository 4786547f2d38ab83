// Package electionhanded leads with what its callers configure.
package electionhanded

import (
	"context"

	"k8s.io/client-go/tools/leaderelection"
)

// Lead leads until ctx ends. Whether the leadership is given back is its caller's choice.
func Lead(ctx context.Context, c leaderelection.LeaderElectionConfig) {
	leaderelection.RunOrDie(ctx, c)
}

// Options are what users of the package set.
type Options struct {
	Election leaderelection.LeaderElectionConfig
}

// Lead leads with the options.
func (o Options) Lead(ctx context.Context) error {
	elector, err := leaderelection.NewLeaderElector(o.Election)
	if err != nil {
		return err
	}
	elector.Run(ctx)
	return nil
}
