// Package resourcelock is a stub of k8s.io/client-go/tools/leaderelection/resourcelock v0.37.2,
// https://pkg.go.dev/k8s.io/client-go@v0.37.2/tools/leaderelection/resourcelock.
package resourcelock

import "context"

type LeaderElectionRecord struct {
	HolderIdentity string
}

type Interface interface {
	Get(ctx context.Context) (*LeaderElectionRecord, []byte, error)
	Create(ctx context.Context, ler LeaderElectionRecord) error
	Update(ctx context.Context, ler LeaderElectionRecord) error
	RecordEvent(string)
	Identity() string
	Describe() string
}
