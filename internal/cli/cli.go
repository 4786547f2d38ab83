// Package cli is the command line: flags, subcommands, exit codes.
package cli

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// Exit codes. A run that could not analyse everything says so even if it found something.
const (
	exitClean      = 0
	exitFindings   = 1
	exitUsage      = 2
	exitIncomplete = 3
	exitSignal     = 128 // plus the number of the signal that ended the run
)

// app is one run of the command.
type app struct {
	analyzers []*analysis.Analyzer
	texts     []*ruledoc.Rule // of the analyzers, in the same order
	stdout    io.Writer
	stderr    io.Writer
}

// commands are the subcommands by name.
var commands = map[string]func(*app, []string) int{
	"config":   (*app).configuration,
	"contract": (*app).contract,
	"deploy":   (*app).deploy,
	"explain":  (*app).explain,
	"help":     (*app).help,
	"init":     (*app).initialise,
	"rules":    (*app).rules,
	"version":  (*app).version,
}

// Main runs the command with these rules and returns its exit code.
func Main(args []string, analyzers []*analysis.Analyzer, stdout, stderr io.Writer) int {
	a := &app{analyzers: analyzers, stdout: stdout, stderr: stderr}
	var err error
	if a.texts, err = texts(analyzers); err != nil {
		return a.failure(context.Background(), err)
	}
	asks := func(arg string) bool { return arg == "-h" || arg == "-help" || arg == "--help" }
	switch i := slices.IndexFunc(args, asks); {
	case i == 0:
		return a.help(args[1:])
	case i > 0: // behind a command or flags
		return a.help(nil)
	case len(args) > 0:
		if command := commands[args[0]]; command != nil {
			return command(a, args[1:])
		}
		if args[0] == "-version" || args[0] == "--version" {
			return a.version(args[1:])
		}
	}
	o, err := a.parse(args)
	if err != nil {
		return a.usageError(err)
	}
	ctx, cancel := untilSignal()
	defer cancel()
	return a.lint(ctx, o)
}

// untilSignal returns a ctx that the first signal ends, with the signal as its cause.
func untilSignal() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if sig, ok := <-signals; ok {
			signal.Stop(signals) // a second one ends this process at once
			cancel(stopped{sig})
		}
	}()
	return ctx, func() { cancel(nil) }
}

// stopped is the cause of a context that a signal ended.
type stopped struct{ os.Signal }

// Error implements error.
func (s stopped) Error() string { return "stopped by " + s.String() }

// usageError prints what is wrong with the command line and returns the exit code for it.
func (a *app) usageError(err error) int {
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(a.stderr, "shutdownlint: %s\n", strings.TrimSuffix(line, "\n"))
	}
	return exitUsage
}

// help prints how the command is used, or a rule's page.
func (a *app) help(args []string) int {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		return a.explain(args)
	}
	fmt.Fprint(a.stdout, usage)
	o := a.newOptions()
	for _, name := range generalFlags {
		f := o.set.Lookup(name)
		if f == nil {
			continue // a flag that only some rule has
		}
		value, text := flag.UnquoteUsage(f)
		fmt.Fprintf(a.stdout, "  %-28s %s\n", strings.TrimSuffix("-"+name+"="+value, "="), text)
	}
	fmt.Fprint(a.stdout, usageRules)
	for _, r := range a.texts {
		fmt.Fprintf(a.stdout, "  -%-27s %s\n", r.Name, r.Summary)
	}
	return exitClean
}

const usage = `shutdownlint finds the bugs that show only when a Go program is told to stop.

Usage:

  shutdownlint [flags] [packages]           check packages, by default ./...
  shutdownlint rules [-json]                list the rules and their categories
  shutdownlint deploy [FLAGS] [PATH...]     check the files that run programs: Dockerfiles, units, manifests; - for standard input
  shutdownlint contract [packages]          tell what programs promise: signals, servers, the longest drain
  shutdownlint explain RULE[/CATEGORY]      tell what a rule finds, why, and what to do
  shutdownlint init                         write a configuration file to fill in
  shutdownlint config verify|show|schema    check the configuration, print what is set, or what can be
  shutdownlint version                      print the version
  go vet -vettool=$(which shutdownlint)     run as a vet tool

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration, 3 something could not be analysed.

Flags:

`

const usageRules = `
Rules, to run alone with -RULE or to leave out with -RULE=false; -RULE.FLAG sets a flag of a rule:

`
