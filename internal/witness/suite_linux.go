package witness

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// Result is what a witness showed.
type Result struct {
	*Spec
	Bad, Good, Fixed []*Seen
	Failed           int      // runs of bad that failed as it is written
	Problems         []string // what is not as it is written
}

// atOnce is how many witnesses run at a time. Most of their time is spent waiting.
const atOnce = 4

// BuildTool builds the linter of the module at root.
func BuildTool(ctx context.Context, root, tool string, flags ...string) error {
	args := append([]string{"build", "-o", tool}, flags...)
	cmd := exec.CommandContext(ctx, "go", append(args, "./cmd/shutdownlint")...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}

// Check runs and lints witnesses of a module.
func Check(ctx context.Context, tool, module string, specs []*Spec) ([]*Result, error) {
	tmp, err := os.MkdirTemp("", "witness")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp) // what stays in the temporary folder harms nobody
	found, err := lintAll(ctx, tool, module, specs)
	if err != nil {
		return nil, err
	}
	fixed, err := fix(ctx, tool, module, filepath.Join(tmp, "fixed"), specs)
	if err != nil {
		return nil, err
	}
	results := make([]*Result, len(specs))
	var wg sync.WaitGroup
	free := make(chan struct{}, atOnce)
	for i, s := range specs {
		results[i] = &Result{Spec: s, Problems: s.judge(found)}
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			results[i].watch(ctx, tmp, fixed)
		})
	}
	wg.Wait()
	return results, ctx.Err()
}

// fix copies the module and applies the fixes to the bad programs that are to have one. It returns the copy.
func fix(ctx context.Context, tool, module, copied string, specs []*Spec) (string, error) {
	args := []string{"-fix", "-unsafe-fixes"}
	for _, s := range specs {
		if s.Fix {
			args = append(args, "./"+s.Path()+"/bad")
		}
	}
	if len(args) == 2 {
		return "", nil
	}
	if err := os.CopyFS(copied, os.DirFS(module)); err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, tool, args...)
	cmd.Dir, cmd.Env = copied, environment()
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return "", fmt.Errorf("shutdownlint -fix: %w\n%s", err, out)
	}
	return copied, nil
}

// watch builds and runs the programs of one witness.
func (r *Result) watch(ctx context.Context, tmp, fixed string) {
	module := filepath.Dir(filepath.Dir(r.Dir))
	name := filepath.Join(tmp, r.Rule+"-"+filepath.Base(r.Dir))
	var missed string
	r.Bad, missed = r.series(ctx, module, "bad", name+"-bad", r.bad)
	r.Failed = r.Runs - strings.Count(missed, "\n")
	if r.Failed < r.Rate {
		r.Problems = append(r.Problems, fmt.Sprintf("bad failed %d of %d times, want %d:\n%s", r.Failed, r.Runs, r.Rate, missed))
	}
	if r.Good, missed = r.series(ctx, module, "good", name+"-good", r.good); missed != "" {
		r.Problems = append(r.Problems, "good:\n"+missed)
	}
	if !r.Fix {
		return
	}
	if r.Fixed, missed = r.series(ctx, fixed, "bad", name+"-fixed", r.good); missed != "" {
		r.Problems = append(r.Problems, "bad with its fix:\n"+missed)
	}
}

// series builds a program and runs it. It returns what was seen, and a line for each run that was not as wanted.
func (r *Result) series(ctx context.Context, module, side, program string, wanted []condition) (all []*Seen, missed string) {
	line := func(text string) { missed += "\t" + strings.ReplaceAll(strings.TrimSpace(text), "\n", " | ") + "\n" }
	cmd := exec.CommandContext(ctx, "go", "build", "-ldflags=-s -w", "-o", program, "./"+r.Path()+"/"+side)
	cmd.Dir, cmd.Env = module, environment()
	out, err := cmd.CombinedOutput()
	defer os.Remove(program) // an error leaves it to the caller, who removes the folder
	for range r.Runs {
		if err != nil {
			line(fmt.Sprintf("go build: %v: %s", err, out))
			continue
		}
		seen, err := r.observe(ctx, program, wanted)
		if err != nil {
			line(err.Error())
			continue
		}
		all = append(all, seen)
		if m := seen.misses(wanted); m != "" {
			line(m + ": " + seen.Output)
		}
	}
	return all, missed
}
