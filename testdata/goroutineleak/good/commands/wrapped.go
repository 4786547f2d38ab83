package commands

import (
	"errors"
	"time"

	"github.com/spf13/cobra"
)

// flags is what a command reads.
type flags struct{ limit time.Duration }

// command is what a package of commands writes.
type command func(flags) (int, error)

// Limit is how long a command waits: the package has more than commands.
func Limit() time.Duration { return time.Second }

// Launch returns the command that starts a child and sees whether it comes up.
func Launch() *cobra.Command {
	cmd := &cobra.Command{Use: "launch"}
	cmd.RunE = wrapped(launch)
	return cmd
}

// wrapped makes a command for the command line.
func wrapped(run command) func(*cobra.Command, []string) error {
	return func(*cobra.Command, []string) error {
		code, err := run(flags{Limit()})
		if code > 1 {
			return errors.Join(err, errors.New("failed"))
		}
		return err
	}
}

// launch is silent: it runs once, and what it leaves blocked ends with the command.
func launch(f flags) (int, error) {
	failed := make(chan error)
	go func() { failed <- start() }()
	select {
	case err := <-failed:
		return 1, err
	case <-time.After(f.limit):
		return 0, nil
	}
}

func start() error { return nil }
