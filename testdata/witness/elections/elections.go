// Package elections keeps who leads in a file, as a cluster keeps it in a Lease.
package elections

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strconv"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/tools/leaderelection/resourcelock"
)

// File is the lock.
type File string

var _ resourcelock.Interface = File("")

// Get reads who leads.
func (f File) Get(context.Context) (*resourcelock.LeaderElectionRecord, []byte, error) {
	data, err := os.ReadFile(string(f))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, apierrors.NewNotFound(schema.GroupResource{Resource: "leases"}, string(f))
	}
	if err != nil {
		return nil, nil, err
	}
	record := new(resourcelock.LeaderElectionRecord)
	return record, data, json.Unmarshal(data, record)
}

// Create writes who leads first.
func (f File) Create(ctx context.Context, record resourcelock.LeaderElectionRecord) error {
	return f.Update(ctx, record)
}

// Update writes who leads from now on.
func (f File) Update(_ context.Context, record resourcelock.LeaderElectionRecord) error {
	data, err := json.Marshal(record)
	if err != nil {
		return err
	}
	return os.WriteFile(string(f), data, 0o600)
}

// RecordEvent says nothing.
func (f File) RecordEvent(string) {}

// Identity is this process.
func (f File) Identity() string { return strconv.Itoa(os.Getpid()) }

// Describe is the file's name.
func (f File) Describe() string { return string(f) }
