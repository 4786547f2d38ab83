// Command shutdownlint finds the bugs that show only when a Go program is told to stop. Run it as
//
//	shutdownlint ./...
//
// or let the go command run it: go vet -vettool=$(which shutdownlint) ./...
package main

import (
	"os"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/cli"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/passes"
)

func main() { os.Exit(run(os.Args[1:], passes.Analyzers())) }

// run picks the mode: the vet tool where the go command calls, else the command.
func run(args []string, rules []*analysis.Analyzer) int {
	if unit.Asked(args) {
		return unit.Main(args, rules, os.Stdout, os.Stderr)
	}
	return cli.Main(args, rules, os.Stdout, os.Stderr)
}
