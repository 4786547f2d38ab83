// Command shutdownlint finds the bugs that show only when a Go program is told to stop. Run it as
//
//	shutdownlint ./...
//
// or let the go command run it: go vet -vettool=$(which shutdownlint) ./...
package main

import (
	"os"

	"github.com/shutdownlint/shutdownlint/internal/cli"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/passes"
)

func main() {
	args := os.Args[1:]
	if unit.Asked(args) {
		os.Exit(unit.Main(args, passes.Analyzers(), os.Stdout, os.Stderr))
	}
	os.Exit(cli.Main(args, passes.Analyzers(), os.Stdout, os.Stderr))
}
