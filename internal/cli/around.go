package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/shutdownlint/shutdownlint/deploy"
	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// programsAround returns what the programs of the Go modules promise that the paths lie in. Code that cannot be read keeps nobody from checking files,
// so the error is that of a ctx that ended.
func (a *app) programsAround(ctx context.Context, o *options, paths []string) ([]*contract.Program, error) {
	if !o.code {
		return nil, nil
	}
	var packages []*contract.Package
	modules := a.modules(o, paths)
	for _, dir := range modules {
		report, found, err := a.analyse(ctx, o, dir, []string{"./..."})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			fmt.Fprintf(a.stderr, "shutdownlint: %s: the code is not compared with: %v\n", dir, err)
			continue
		}
		if len(report.Problems) > 0 && !o.v {
			fmt.Fprintf(a.stderr, "shutdownlint: %s: some of the code cannot be read, and is not compared with; -v says why\n", dir)
		}
		if o.v {
			if err := printer.Problems(a.stderr, printer.Options{Dir: workingDir()}, report); err != nil {
				return nil, err
			}
		}
		packages = append(packages, found...)
	}
	programs := contract.Programs(packages)
	if len(modules) > 0 && len(programs) == 0 {
		a.sayf(o, "no main package is known, so only the files are judged")
	}
	return programs, nil
}

// sayf says something that is asked for with -v.
func (a *app) sayf(o *options, format string, args ...any) {
	if o.v {
		fmt.Fprintf(a.stderr, format+"\n", args...)
	}
}

// modules returns the folders of the Go modules that the paths lie in; of those that lie in none, the modules below.
func (a *app) modules(o *options, paths []string) []string {
	var all []string
	add := func(dir string) {
		if !slices.Contains(all, dir) {
			all = append(all, dir)
		}
	}
	for _, path := range paths {
		dir := path
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			dir = filepath.Dir(path) // for the standard input, the current one
		}
		if module := moduleAbove(dir); module != "" {
			add(module)
			continue
		}
		below := modulesBelow(dir)
		if len(below) == 0 {
			a.sayf(o, "%s: no go.mod here, above or below, so only the files are judged", path)
		}
		for _, module := range below {
			add(module)
		}
	}
	return all
}

// moduleAbove returns the nearest folder with a go.mod, from this one upwards, or "".
func moduleAbove(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for ; ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && info.Mode().IsRegular() {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// maxModules bounds how many modules below a folder are read.
const maxModules = 20

// modulesBelow returns the folders below that hold a go.mod, none of them within another.
func modulesBelow(dir string) []string {
	var all []string
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil // what cannot be read is told where files are read
		case path != dir && deploy.Skipped(d.Name()):
			return filepath.SkipDir
		case len(all) >= maxModules:
			return filepath.SkipAll
		}
		if info, err := os.Stat(filepath.Join(path, "go.mod")); err == nil && info.Mode().IsRegular() {
			all = append(all, path)
			return filepath.SkipDir
		}
		return nil
	})
	if err != nil {
		return nil
	}
	return all
}
