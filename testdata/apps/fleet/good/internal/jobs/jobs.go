// Package jobs does what is to be done for vehicles.
package jobs

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"example.com/samples/apps/fleet/good/internal/store"
)

// Log is a file with a line for each job.
type Log struct {
	f *os.File
	w *bufio.Writer
}

// OpenLog opens the file.
func OpenLog(name string) (*Log, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return &Log{f: f, w: bufio.NewWriter(f)}, nil
}

// Done writes a line.
func (l *Log) Done(job string) { fmt.Fprintln(l.w, job) }

// Close writes what is held back and closes the file.
func (l *Log) Close() error { return errors.Join(l.w.Flush(), l.f.Close()) }

// Worker does jobs.
type Worker struct {
	Store *store.Store
	Log   *Log
}

// Work does jobs until the ctx ends.
func (w *Worker) Work(ctx context.Context) error {
	for {
		job, err := w.Store.Next(ctx)
		if err != nil {
			return err
		}
		if job != "" {
			w.do(ctx, job)
			continue
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return nil
		}
	}
}

// do does one job, which may end early when the process is told to stop.
func (w *Worker) do(ctx context.Context, job string) {
	began := time.Now()
	select {
	case <-time.After(5 * time.Second):
		w.Log.Done(job)
	case <-ctx.Done():
	}
	slog.Info("job", "what", job, "time", time.Since(began))
}
