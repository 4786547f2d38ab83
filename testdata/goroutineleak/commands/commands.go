// Package commands has what commands of package goroutineleak/good/commands do, where it is done more than once in a process.
package commands

import (
	"time"

	"github.com/spf13/cobra"
)

// Limit is how long a command waits: the package has more than commands.
func Limit() time.Duration { return time.Second }

// Watch returns the command that tries a start again and again.
func Watch() *cobra.Command {
	cmd := &cobra.Command{Use: "watch"}
	cmd.RunE = repeated(launch)
	return cmd
}

// repeated makes a command that runs what it gets for ever.
func repeated(run func(time.Duration) error) func(*cobra.Command, []string) error {
	return func(*cobra.Command, []string) error {
		for {
			if err := run(Limit()); err != nil {
				return err
			}
		}
	}
}

// launch leaves a goroutine behind each time.
func launch(limit time.Duration) error {
	failed := make(chan error)
	go func() { failed <- start() }() // want `goroutine blocks for ever on the send to failed once the function returns at line 39`
	select {
	case err := <-failed:
		return err
	case <-time.After(limit):
		return nil
	}
}

func start() error { return nil }
