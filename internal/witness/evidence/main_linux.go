// Command evidence runs the witnesses and prints the table of what they showed; with -w it writes docs/evidence.md. With -deploy it is about the files that
// run programs, and docs/evidence-deploy.md. Run it from the root of the module.
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
	files := flag.Bool("deploy", false, "run the witnesses of the deployment rules")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, *files, *write)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "evidence: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, files, write bool) error {
	dir, err := os.MkdirTemp("", "evidence")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) // what stays in the temporary folder harms nobody
	tool := filepath.Join(dir, "shutdownlint")
	if err := witness.BuildTool(ctx, ".", tool); err != nil {
		return err
	}
	name, show := "docs/evidence.md", ofPrograms
	if files {
		name, show = "docs/evidence-deploy.md", ofFiles
	}
	page, problems, err := show(ctx, tool)
	if err != nil {
		return err
	}
	if write && problems == nil {
		return os.WriteFile(name, []byte(page), 0o666)
	}
	fmt.Print(page)
	return errors.Join(problems...)
}

func ofPrograms(ctx context.Context, tool string) (string, []error, error) {
	module, err := filepath.Abs("testdata/witness")
	if err != nil {
		return "", nil, err
	}
	specs, err := witness.Load(module)
	if err != nil {
		return "", nil, err
	}
	reasons, err := witness.Reasons(module)
	if err != nil {
		return "", nil, err
	}
	order, err := witness.Categories()
	if err != nil {
		return "", nil, err
	}
	results, err := witness.Check(ctx, tool, module, specs)
	if err != nil {
		return "", nil, err
	}
	return witness.Table(results, reasons, order), problems(results), nil
}

func ofFiles(ctx context.Context, tool string) (string, []error, error) {
	module, err := filepath.Abs("testdata/contained")
	if err != nil {
		return "", nil, err
	}
	all, err := witness.LoadContainers(module)
	if err != nil {
		return "", nil, err
	}
	reasons, err := witness.Reasons(module)
	if err != nil {
		return "", nil, err
	}
	if err := witness.Isolates(ctx); err != nil {
		return "", nil, err
	}
	results, err := witness.CheckContainers(ctx, tool, module, all)
	if err != nil {
		return "", nil, err
	}
	return witness.TableOfFiles(results, reasons), problems(results), nil
}

// problems are what is not as it is written.
func problems(results []*witness.Result) []error {
	var all []error
	for _, r := range results {
		for _, p := range r.Problems {
			all = append(all, fmt.Errorf("%s: %s", r.Path(), p))
		}
	}
	return all
}
