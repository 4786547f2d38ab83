package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/shutdownlint/shutdownlint/internal/baseline"
	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/driver/lint"
	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/fix"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// lint checks packages and prints what it finds.
func (a *app) lint(ctx context.Context, o *options) int {
	filters, err := o.filters(ctx)
	if ctx.Err() != nil {
		return a.failure(ctx, ctx.Err())
	}
	if err != nil {
		return a.usageError(err)
	}
	report, err := a.look(ctx, o)
	if ctx.Err() != nil {
		return a.failure(ctx, ctx.Err())
	}
	if err != nil { // which every format has a place for
		report = &finding.Report{Problems: []finding.Problem{{Message: err.Error()}}}
	}
	return a.finish(ctx, o, report, filters)
}

// look finds what there is in the code and beside it.
func (a *app) look(ctx context.Context, o *options) (*finding.Report, error) {
	report, packages, err := a.analyse(ctx, o, "", o.patterns)
	if err != nil {
		return nil, err
	}
	return report, a.beside(ctx, o, report, packages)
}

// finish judges, filters, repairs and prints what a run found.
func (a *app) finish(ctx context.Context, o *options, report *finding.Report, filters []*filter) int {
	dir, err := os.Getwd()
	if err != nil {
		return a.failure(ctx, err)
	}
	a.judge(o, report)
	if o.writeBaseline {
		return a.saveBaseline(ctx, o, report, dir)
	}
	filterAll(filters, report)
	changed := false
	switch {
	case o.diff:
		changed, err = a.diff(o, report, dir)
	case o.fix:
		report, filters, err = a.fix(ctx, o, report, filters, dir)
	}
	if err != nil {
		return a.failure(ctx, err)
	}
	if err := a.print(o, report, dir); err != nil {
		return a.failure(ctx, err)
	}
	if o.stats {
		a.printStats(report, filters)
	}
	return o.exitCode(report, changed)
}

// lookAgain finds what is left after fixes, which have moved the lines of what they did not fix.
func (a *app) lookAgain(ctx context.Context, o *options) (*finding.Report, []*filter, error) {
	filters, err := o.filters(ctx)
	if err != nil {
		return nil, nil, err
	}
	report, err := a.look(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	a.judge(o, report)
	filterAll(filters, report)
	return report, filters, nil
}

// exitCode says how the run went.
func (o *options) exitCode(report *finding.Report, changed bool) int {
	severities := []string{"error", "warning", "info"}
	limit := slices.Index(severities, o.failOn) // -1 for never
	fails := func(f finding.Finding) bool { return slices.Index(severities, f.Tier) <= limit }
	switch {
	case len(report.Problems) > 0:
		return exitIncomplete
	case o.exitZero:
		return exitClean
	case slices.ContainsFunc(report.Findings, fails), o.diff && changed:
		return exitFindings
	}
	return exitClean
}

// analyse runs the driver over the packages that patterns name in a folder. Besides what it finds it returns what the packages promise.
func (a *app) analyse(ctx context.Context, o *options, dir string, patterns []string) (*finding.Report, []*contract.Package, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	var packages []*contract.Package
	var off []string
	chosen := o.chosen.Chosen()
	for _, an := range a.analyzers {
		if !slices.Contains(chosen, an) || o.rules.Off(an.Name) {
			off = append(off, an.Name)
		}
	}
	var log io.Writer
	if o.v {
		log = a.stderr
	}
	options := lint.Options{
		Dir: dir, Patterns: patterns, BuildFlags: o.buildFlags(), VetFlags: o.vetFlags(), ToolFlags: o.toolFlags(a.analyzers),
		Tests: o.tests, Tool: self, Log: log, Tier: a.tier,
		Keep:     func(rule string) bool { return !slices.Contains(off, rule) },
		Contract: func(p *contract.Package) { packages = append(packages, p) },
	}
	p := a.newProgress(o)
	if p != nil {
		options.Progress = p.show
	}
	defer p.clear()
	report, err := lint.Run(ctx, options)
	return report, packages, err
}

// judge gives the findings the severities that are set and their fingerprints, and drops those that are off.
func (a *app) judge(o *options, report *finding.Report) {
	info := map[string]bool{}
	for _, an := range a.analyzers {
		info[an.Name] = o.information(an)
	}
	kept := report.Findings[:0]
	for _, f := range report.Findings {
		if o.rules.Judge(&f, o.info || info[f.Rule]) {
			kept = append(kept, f)
		}
	}
	report.Findings = kept
	baseline.Mark(report.Findings, os.ReadFile)
}

// failure prints why nothing came out, and returns the exit code.
func (a *app) failure(ctx context.Context, err error) int {
	var s stopped
	if errors.As(context.Cause(ctx), &s) {
		fmt.Fprintf(a.stderr, "shutdownlint: %v\n", s)
		if number, ok := s.Signal.(syscall.Signal); ok {
			return exitSignal + int(number)
		}
		return exitIncomplete
	}
	fmt.Fprintf(a.stderr, "shutdownlint: %v\n", err)
	return exitIncomplete
}

// plan works out what the first fix of each finding makes of the files, and how many fixes that are.
func (o *options) plan(report *finding.Report) (plan *fix.Plan, fixes int, err error) {
	var wanted []fix.Candidate
	for _, f := range report.Findings {
		if o.fixes(f) {
			wanted = append(wanted, fix.Candidate{At: f.Start, Fix: f.Fixes[0]})
		}
	}
	if plan, err = fix.New(wanted, os.ReadFile); err != nil {
		return nil, 0, err
	}
	return plan, len(wanted) - len(plan.Skipped), nil
}

// diff prints the change and reports whether there is one. All findings leave the report, since the patch stands for them.
func (a *app) diff(o *options, report *finding.Report, dir string) (bool, error) {
	plan, _, err := o.plan(report)
	if err != nil {
		return false, err
	}
	a.tellUnfixed(o, report, plan.Skipped, dir)
	report.Findings = nil
	_, err = a.stdout.Write(plan.Diff(printer.Options{Dir: o.patchBase(plan, dir)}.Name))
	return len(plan.Files) > 0, err
}

// rounds is how often fixes are looked for: those that were in the way of others are made by then.
const rounds = 5

// fix applies the fixes, and those that are in the way of each other one after the other. It returns what is left.
func (a *app) fix(ctx context.Context, o *options, report *finding.Report, filters []*filter, dir string) (*finding.Report, []*filter, error) {
	all, fixed, files := len(report.Findings), 0, map[string]bool{}
	var skipped []fix.Skipped
	for range rounds {
		plan, n, err := o.plan(report)
		if err != nil {
			return nil, nil, err
		}
		if skipped = plan.Skipped; len(plan.Files) == 0 {
			break
		}
		if err := plan.Write(); err != nil {
			return nil, nil, err
		}
		fixed += n
		for _, name := range plan.Paths() {
			files[name] = true
		}
		if report, filters, err = a.lookAgain(ctx, o); err != nil {
			return nil, nil, err
		}
		if len(skipped) == 0 {
			break // a fix whose finding stays is not made twice
		}
	}
	a.tellUnfixed(o, report, skipped, dir)
	if fixed > 0 {
		fmt.Fprintf(a.stderr, "shutdownlint: fixed %d of %s, in %s\n", fixed, count(max(all, fixed), "finding"), count(len(files), "file"))
	}
	return report, filters, nil
}

// tellUnfixed says which fixes are in the way of others, and that there are unsafe ones.
func (a *app) tellUnfixed(o *options, report *finding.Report, skipped []fix.Skipped, dir string) {
	names := printer.Options{Dir: dir}
	for _, s := range skipped {
		s.At.File = names.Name(s.At.File)
		fmt.Fprintln(a.stderr, s)
	}
	left := 0
	for _, f := range report.Findings {
		if len(f.Fixes) > 0 && !o.fixes(f) {
			left++
		}
	}
	if left > 0 {
		fmt.Fprintf(a.stderr, "shutdownlint: %d more with -unsafe-fixes, which may change what worked\n", left)
	}
}

// patchBase is the folder that a patch is to be applied in: the working directory, or the repository's where a file lies outside that.
func (o *options) patchBase(plan *fix.Plan, dir string) string {
	outside := func(file string) bool {
		rel, err := filepath.Rel(dir, file)
		return err != nil || !filepath.IsLocal(rel)
	}
	if o.pathBase != "" || slices.ContainsFunc(plan.Paths(), outside) {
		return o.root(dir)
	}
	return dir
}

// fixes reports whether the finding has a fix that is asked for.
func (o *options) fixes(f finding.Finding) bool {
	return len(f.Fixes) > 0 && (o.unsafeFixes || !f.Fixes[0].Unsafe)
}
