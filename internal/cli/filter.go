package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/shutdownlint/shutdownlint/internal/baseline"
	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/git"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// filter leaves out findings that are not new, and knows what it did.
type filter struct {
	keep func([]finding.Finding) (kept []finding.Finding, gone int)
	what string // what the findings left out are
	out  int    // how many were left out
	gone int    // how many known ones did not come
}

func (f *filter) apply(report *finding.Report) {
	before := len(report.Findings)
	report.Findings, f.gone = f.keep(report.Findings)
	f.out = before - len(report.Findings)
}

// filterAll applies the filters one after the other.
func filterAll(filters []*filter, report *finding.Report) {
	for _, f := range filters {
		f.apply(report)
	}
}

// String tells it in a line.
func (f *filter) String() string {
	text := fmt.Sprintf("%d left out: %s", f.out, f.what)
	if f.gone > 0 {
		text += fmt.Sprintf("; %d more of these were not found any more", f.gone)
	}
	return text
}

// filters prepares the filters that are asked for, before anything is analysed, so that what is wrong with them is told at once.
func (o *options) filters(ctx context.Context) ([]*filter, error) {
	var list []*filter
	if o.baseline != "" && !o.writeBaseline {
		known, err := baseline.Read(o.baseline)
		if err != nil {
			return nil, err
		}
		list = append(list, &filter{keep: known.Filter, what: "known from " + o.baseline})
	}
	if o.newFromRev == "" && o.newFromMergeBase == "" {
		return list, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	revision := o.newFromRev
	if revision == "" {
		if revision, err = git.MergeBase(ctx, dir, o.newFromMergeBase); err != nil {
			return nil, err
		}
	}
	changes, err := git.Since(ctx, dir, revision)
	if err != nil {
		return nil, err
	}
	touched := func(findings []finding.Finding) ([]finding.Finding, int) {
		return slices.DeleteFunc(findings, func(f finding.Finding) bool { return !changes.Touch(f) }), 0
	}
	return append(list, &filter{keep: touched, what: "on lines that did not change since " + revision}), nil
}

// usualBaseline is the file of known findings if no other is named.
const usualBaseline = ".shutdownlint-baseline.json"

// baselineFile is the file that -write-baseline writes.
func (o *options) baselineFile() string { return cmp.Or(o.baseline, usualBaseline) }

// saveBaseline writes the file of known findings. It is written even if some packages could not be analysed, but not in silence, and not if
// there is nothing else to tell: that would forget all that is known.
func (a *app) saveBaseline(ctx context.Context, o *options, report *finding.Report, dir string) int {
	name := o.baselineFile()
	if len(report.Problems) > 0 && len(report.Findings) == 0 {
		fmt.Fprintf(a.stderr, "shutdownlint: %s is not written: nothing was found, and not everything could be analysed\n", name)
	} else if err := baseline.Write(name, report.Findings); err != nil {
		return a.failure(ctx, err)
	} else {
		fmt.Fprintf(a.stderr, "shutdownlint: wrote %s to %s; -baseline=%[2]s leaves out what is known\n", count(len(report.Findings), "finding"), name)
	}
	if err := printer.Problems(a.stderr, printer.Options{Dir: dir}, report); err != nil {
		return a.failure(ctx, err)
	}
	if len(report.Problems) > 0 {
		return exitIncomplete
	}
	return exitClean
}
