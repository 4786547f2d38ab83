// Command evidence runs the witnesses and prints the table of what they showed; with -w it writes docs/evidence.md. Run it from the root of
// the module.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/shutdownlint/shutdownlint/internal/witness"
)

func main() {
	write := flag.Bool("w", false, "write docs/evidence.md")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, *write)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "evidence: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, write bool) error {
	module, err := filepath.Abs("testdata/witness")
	if err != nil {
		return err
	}
	specs, err := witness.Load(module)
	if err != nil {
		return err
	}
	reasons, err := witness.Reasons(module)
	if err != nil {
		return err
	}
	order, err := witness.Categories()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "evidence")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) // what stays in the temporary folder harms nobody
	tool := filepath.Join(dir, "shutdownlint")
	if err := witness.BuildTool(ctx, ".", tool); err != nil {
		return err
	}
	results, err := witness.Check(ctx, tool, module, specs)
	if err != nil {
		return err
	}
	var problems []error
	for _, r := range results {
		for _, p := range r.Problems {
			problems = append(problems, fmt.Errorf("%s: %s", r.Path(), p))
		}
	}
	page := witness.Table(results, reasons, order)
	if write && problems == nil {
		return os.WriteFile("docs/evidence.md", []byte(page), 0o666)
	}
	fmt.Print(page)
	return errors.Join(problems...)
}
