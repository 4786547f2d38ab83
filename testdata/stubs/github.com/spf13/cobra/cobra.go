// Package cobra is a stub of github.com/spf13/cobra v1.10.2, https://pkg.go.dev/github.com/spf13/cobra@v1.10.2.
package cobra

import "context"

type PositionalArgs func(cmd *Command, args []string) error

type Command struct {
	Use           string
	Short         string
	Args          PositionalArgs
	PreRun        func(cmd *Command, args []string)
	PreRunE       func(cmd *Command, args []string) error
	Run           func(cmd *Command, args []string)
	RunE          func(cmd *Command, args []string) error
	SilenceErrors bool
	SilenceUsage  bool
}

func CheckErr(msg interface{}) {}

func (c *Command) AddCommand(cmds ...*Command) {}

func (c *Command) Context() context.Context { return nil }

func (c *Command) SetContext(ctx context.Context) {}

func (c *Command) Execute() error { return nil }

func (c *Command) ExecuteContext(ctx context.Context) error { return nil }
