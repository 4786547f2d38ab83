// Package lint is the driver behind the command: it asks the go command which packages can be loaded, runs this program over them through
// go vet, so that results come from Go's build cache, and gathers what was found and what went wrong.
package lint

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// Options say what to analyse and how.
type Options struct {
	Dir        string // the folder that the go command runs in; the current one if it is ""
	Patterns   []string
	BuildFlags []string // flags of the go command, such as -tags=x
	ToolFlags  []string // flags of the vet tool, such as -noshutdowntimeout.grace=10s
	VetFlags   []string // flags of go vet alone, such as -p=4
	Tests      bool     // analyse _test.go files, too
	Tool       string   // this program
	Log        io.Writer
	Progress   func(units int) // called now and then while the go command runs, with the number of units analysed so far; may be nil
	// Tier tells how severe a category of a rule is when the finding itself does not say so.
	Tier func(rule, category string) string
	// Contract is called with what each package of the main module promises about the stop of its programs; nil where nobody wants to know.
	Contract func(*contract.Package)
	// Keep reports whether findings and failures of a rule are wanted.
	Keep func(rule string) bool
}

// run is one run of the driver.
type run struct {
	Options
	ctx    context.Context
	dir    string // the folder that the go command runs in, for relative paths in messages of the go command
	report finding.Report
}

// Run analyses the packages. What could not be analysed is in the report. The error is that of a context that ended, or one of the machine:
// no go command, no temporary files.
func Run(ctx context.Context, o Options) (*finding.Report, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, err
	}
	r := &run{Options: o, ctx: ctx, dir: dir}
	env, err := r.environment()
	if err != nil {
		return nil, err
	}
	if err := env.check(); err != nil {
		return nil, err
	}
	packages, err := r.list(env)
	if err != nil {
		return nil, err
	}
	sound, all := r.sound(packages, env)
	if len(sound) > 0 {
		if err := r.vetAll(sound, all, env); err != nil {
			return nil, err
		}
	}
	r.report.Sort()
	return &r.report, nil
}

// vetAll runs go vet over the sound packages: by the patterns that name them if these name no others, else one by one.
func (r *run) vetAll(sound []*listed, all bool, env *environment) error {
	flags, cleanup, err := r.overlay(sound, env)
	if err != nil {
		return err
	}
	defer cleanup()
	if all {
		return r.vet(flags, r.Patterns, sound)
	}
	for len(sound) > 0 {
		n := batch(sound)
		var paths []string
		for _, p := range sound[:n] {
			paths = append(paths, p.ImportPath)
		}
		if err := r.vet(flags, paths, sound[:n]); err != nil {
			return err
		}
		sound = sound[n:]
	}
	return nil
}

// maxArguments is how many bytes of package paths one command line takes; the smallest limit in use is 32 KiB.
const maxArguments = 24 << 10

// batch returns how many packages fit into one command line, at least one.
func batch(packages []*listed) int {
	size := 0
	for i, p := range packages {
		size += len(p.ImportPath) + 3
		if size > maxArguments && i > 0 {
			return i
		}
	}
	return len(packages)
}

// overlay hides the test files of the packages from the go command. A test that does not load then keeps nothing from being analysed, the
// imports of tests need not be built, and each package is one unit and not two. The flag is returned, and a function that removes its file.
func (r *run) overlay(packages []*listed, env *environment) (flags []string, cleanup func(), err error) {
	if r.Tests || env.hasOverlay() || slices.ContainsFunc(r.BuildFlags, func(f string) bool { return strings.HasPrefix(f, "-overlay") }) {
		return nil, func() {}, nil // one overlay only: the unit driver leaves test files out all the same
	}
	var hidden []string
	for _, p := range packages {
		for _, name := range slices.Concat(p.TestGoFiles, p.XTestGoFiles) {
			hidden = append(hidden, filepath.Join(p.Dir, name))
		}
	}
	if len(hidden) == 0 {
		return nil, func() {}, nil
	}
	f, err := os.CreateTemp("", "shutdownlint-*.json")
	if err != nil {
		return nil, nil, fmt.Errorf("a temporary file is needed: %w", err)
	}
	cleanup = func() { os.Remove(f.Name()) } // a file left in the temporary folder harms nobody
	if err := writeOverlay(f, hidden); err != nil {
		cleanup()
		return nil, nil, err
	}
	return []string{"-overlay=" + f.Name()}, cleanup, nil
}

// path makes a file name of the go command absolute.
func (r *run) path(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(r.dir, name)
}

// problem notes why something could not be analysed. The position has the form file:line:col, with trailing parts left out.
func (r *run) problem(pkg, posn, message string) {
	at := parsePosition(posn)
	at.File = r.path(at.File)
	r.report.Problems = append(r.report.Problems, finding.Problem{Package: pkg, Position: at, Message: strings.TrimSpace(message)})
}

func (r *run) logf(format string, args ...any) {
	if r.Log != nil {
		fmt.Fprintf(r.Log, format+"\n", args...)
	}
}
