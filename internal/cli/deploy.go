package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/shutdownlint/shutdownlint/deploy"
	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// deploy checks the files that run programs, below the folders that are named, or the current one, with what the programs of the Go module around
// them promise. The flags are those of a check of packages.
func (a *app) deploy(args []string) int {
	o, err := a.parse(args)
	if err != nil {
		return a.usageError(err)
	}
	if o.fix || o.diff {
		return a.usageError(errors.New("deploy has no fixes"))
	}
	ctx, cancel := untilSignal()
	defer cancel()
	filters, err := o.filters(ctx)
	if err != nil {
		return a.usageError(err)
	}
	paths := o.patterns
	for i, path := range paths {
		if dir, all := strings.CutSuffix(path, "..."); all {
			paths[i] = filepath.Clean(dir)
		}
	}
	programs, err := a.programsAround(ctx, o, paths)
	if err != nil {
		return a.failure(ctx, err)
	}
	report, err := deploy.Check(ctx, paths, a.deployOptions(o, programs))
	if errors.Is(err, context.Canceled) {
		return a.failure(ctx, ctx.Err())
	}
	if err != nil {
		return a.usageError(err)
	}
	if err := absolute(report); err != nil {
		return a.failure(ctx, err)
	}
	return a.finish(ctx, o, report, filters)
}

// beside adds what the files below the folders that the patterns name say of the programs there. Files that cannot be read keep nobody from
// checking packages, and are told under -v.
func (a *app) beside(ctx context.Context, o *options, report *finding.Report, packages []*contract.Package) error {
	var paths []string
	for _, p := range o.patterns {
		if dir, ok := strings.CutSuffix(p, "..."); ok && (dir == "" || dir[0] == '.' || filepath.IsAbs(dir)) {
			paths = append(paths, filepath.Clean(dir))
		}
	}
	if len(paths) == 0 || !o.deploy.on() || o.chosen.Only() || o.fix || o.diff {
		return nil
	}
	found, err := deploy.Check(ctx, paths, a.deployOptions(o, contract.Programs(packages)))
	if err != nil {
		return err
	}
	if err := absolute(found); err != nil {
		return err
	}
	if o.v {
		if err := printer.Problems(a.stderr, printer.Options{Dir: workingDir()}, found); err != nil {
			return err
		}
	}
	report.Findings = append(report.Findings, found.Findings...)
	report.Sort()
	return nil
}

// deployOptions are what is known beside the files.
func (a *app) deployOptions(o *options, programs []*contract.Program) deploy.Options {
	options := deploy.Options{Programs: programs, Names: o.deploy.names, Stdin: os.Stdin}
	if o.v {
		options.Log = func(text string) { fmt.Fprintln(a.stderr, text) }
	}
	return options
}

// deployFlag says whether the files that run programs are checked beside packages, and which package something runs whose name does not tell.
type deployFlag struct {
	off   bool
	names map[string]string
	base  func() string // the folder that packages are relative to
}

func (d *deployFlag) on() bool { return !d.off }

// Set implements [flag.Value].
func (d *deployFlag) Set(text string) error {
	if on, err := strconv.ParseBool(text); err == nil {
		d.off = !on
		return nil
	}
	for pair := range strings.SplitSeq(text, ",") {
		name, where, ok := strings.Cut(pair, "=")
		if !ok || name == "" || where == "" {
			return fmt.Errorf("%q: want true, false or NAME=PACKAGE", pair)
		}
		if strings.HasPrefix(where, ".") {
			where = filepath.Join(d.base(), where)
		}
		if d.names == nil {
			d.names = map[string]string{}
		}
		d.names[name] = where
	}
	return nil
}

// String implements [flag.Value].
func (d *deployFlag) String() string {
	if d.off {
		return "false"
	}
	var list []string
	for _, name := range slices.Sorted(maps.Keys(d.names)) {
		list = append(list, name+"="+d.names[name])
	}
	return cmp.Or(strings.Join(list, ","), "true")
}

// node is the flag as the configuration has it.
func (d *deployFlag) node() *yaml.Node {
	if d.off || len(d.names) == 0 {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(!d.off)}
	}
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, name := range slices.Sorted(maps.Keys(d.names)) {
		n.Content = append(n.Content, text(name), text(d.names[name]))
	}
	return n
}

// absolute gives the files of a report their full names, as formats, baselines and globs want them.
func absolute(report *finding.Report) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	full := func(name *string) {
		if *name != "" && !filepath.IsAbs(*name) {
			*name = filepath.Join(dir, *name)
		}
	}
	for i := range report.Findings {
		full(&report.Findings[i].Start.File)
		full(&report.Findings[i].End.File)
	}
	for i := range report.Problems {
		full(&report.Problems[i].File)
	}
	return nil
}
