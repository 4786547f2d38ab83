// Package cli is a stub of github.com/urfave/cli/v2 v2.27.7, https://pkg.go.dev/github.com/urfave/cli/v2@v2.27.7.
package cli

import "context"

type ActionFunc func(*Context) error

type Context struct {
	context.Context
	App     *App
	Command *Command
}

func (cCtx *Context) String(name string) string { return "" }

type Command struct {
	Name   string
	Usage  string
	Action ActionFunc
}

type App struct {
	Name     string
	Usage    string
	Commands []*Command
	Action   ActionFunc
}

func NewApp() *App { return &App{} }

func (a *App) Run(arguments []string) (err error) { return nil }

func (a *App) RunContext(ctx context.Context, arguments []string) (err error) { return nil }

type ExitCoder interface {
	error
	ExitCode() int
}

func Exit(message interface{}, exitCode int) ExitCoder { return nil }

func HandleExitCoder(err error) {}
