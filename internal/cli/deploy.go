package cli

import (
	"context"
	"errors"

	"github.com/shutdownlint/shutdownlint/deploy"
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
	return a.finish(ctx, o, report, filters)
}
