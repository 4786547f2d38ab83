package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/shutdownlint/shutdownlint/deploy"
	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// deploy checks the files that run programs, below the folders that are named, or the current one. The flags are those of a check of packages.
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
	if len(paths) == 0 || len(paths) == 1 && paths[0] == "./..." {
		paths = []string{"."}
	}
	report, err := deploy.Check(ctx, paths)
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
