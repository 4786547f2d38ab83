// Package git asks git which lines of a working tree are new.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// Root returns the top folder of the repository that holds the directory, or "" outside any. A repository has a folder .git, and one that
// is part of another a file of that name.
func Root(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// Changes are the lines of a working tree that a revision does not have.
type Changes struct {
	root  string
	lines map[string][]span // by file, relative to the root, with slashes
	whole map[string]bool   // files that git does not know
}

// span is a range of lines, both ends included.
type span struct{ first, last int }

// MergeBase returns the commit at which the working tree's branch left another one.
func MergeBase(ctx context.Context, dir, branch string) (string, error) {
	out, err := run(ctx, dir, "merge-base", "--end-of-options", branch, "HEAD")
	if err != nil {
		return "", fmt.Errorf("no common ancestor of %s and HEAD: %w (a shallow clone has none; fetch more history)", branch, err)
	}
	return strings.TrimSpace(out), nil
}

// Since compares the working tree with a revision.
func Since(ctx context.Context, dir, revision string) (*Changes, error) {
	top, err := run(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("new findings need a git repository: %w", err)
	}
	c := &Changes{root: filepath.FromSlash(strings.TrimSpace(top)), lines: map[string][]span{}, whole: map[string]bool{}}
	if _, err := run(ctx, c.root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"); err != nil {
		return nil, fmt.Errorf("git knows no revision %s", revision)
	}
	diff, err := run(ctx, c.root, "-c", "core.quotepath=off", "-c", "diff.relative=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
		"--find-renames", "--src-prefix=a/", "--dst-prefix=b/", revision, "--")
	if err != nil {
		return nil, err
	}
	c.parse(diff)
	untracked, err := run(ctx, c.root, "ls-files", "-z", "--others", "--exclude-standard")
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(untracked, "\x00"), "\x00") {
		c.whole[name] = true
	}
	return c, nil
}

// hunk is the heading of one change.
var hunk = regexp.MustCompile(`^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@`)

// parse reads a diff without context. Where lines were only taken away, those before and after count as changed.
func (c *Changes) parse(diff string) {
	file := ""
	for line := range strings.Lines(diff) {
		line = strings.TrimRight(line, "\r\n")
		if name, ok := strings.CutPrefix(line, "+++ "); ok {
			name = strings.TrimSuffix(name, "\t") // which git adds to names with spaces
			if plain, err := strconv.Unquote(name); err == nil {
				name = plain
			}
			file = strings.TrimPrefix(name, "b/")
			continue
		}
		m := hunk.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		first, _ := strconv.Atoi(m[1]) // digits
		s := span{first, first}
		if m[2] == "0" {
			s.last = first + 1
		} else if n, err := strconv.Atoi(m[2]); err == nil {
			s.last = first + n - 1
		}
		c.lines[file] = append(c.lines[file], s)
	}
}

// Touch reports whether a finding is about a changed line: one of those it marks, or of a step of its trace.
func (c *Changes) Touch(f finding.Finding) bool {
	if c.has(f.Start.File, f.Start.Line, max(f.Start.Line, f.End.Line)) {
		return true
	}
	for _, s := range f.Trace {
		if c.has(s.File, s.Line, s.Line) {
			return true
		}
	}
	return false
}

func (c *Changes) has(file string, first, last int) bool {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real // git speaks of real paths
	}
	rel, err := filepath.Rel(c.root, file)
	if err != nil {
		return false
	}
	name := filepath.ToSlash(rel)
	for _, s := range c.lines[name] {
		if first <= s.last && s.first <= last {
			return true
		}
	}
	return c.whole[name]
}

// environment is that of this process without what git tells its hooks of the repository: in one without a working tree of its own named,
// git would take any folder that it runs in for the top.
func environment() []string {
	return slices.DeleteFunc(os.Environ(), func(v string) bool {
		return os.Getenv("GIT_WORK_TREE") == "" && (strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_INDEX_FILE="))
	})
}

// run runs git. The error is what git says.
func run(ctx context.Context, dir string, args ...string) (string, error) {
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	cmd.Env = append(environment(), "LC_ALL=C")
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if text := strings.TrimSpace(errs.String()); err != nil && text != "" {
		err = errors.New(strings.TrimPrefix(text, "fatal: "))
	}
	return out.String(), err
}
