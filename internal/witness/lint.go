package witness

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// finding is what the command says of one finding, as far as it matters here.
type finding struct {
	Rule, Category, Tier, File string
	Line                       int
	Fixes                      []json.RawMessage
}

func (f finding) String() string {
	return fmt.Sprintf("%s:%d: %s/%s", f.File, f.Line, f.Rule, f.Category)
}

// lint runs the command over packages of the module, or as one of its commands. Its exit code tells only whether there are findings.
func lint(ctx context.Context, tool, module string, args ...string) ([]finding, error) {
	cmd := exec.CommandContext(ctx, tool, append(slices.Clone(args), "-json", "-info")...)
	cmd.Dir = module
	cmd.Env = environment()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return nil, fmt.Errorf("shutdownlint: %w\n%s%s", err, stdout.Bytes(), stderr.Bytes())
	}
	var report struct {
		Findings []finding
		Errors   []struct{ Message string }
	}
	if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
		return nil, fmt.Errorf("shutdownlint: %w", err)
	}
	if len(report.Errors) > 0 {
		return nil, fmt.Errorf("shutdownlint: %v", report.Errors)
	}
	return report.Findings, nil
}

// environment is what go commands in the module get.
func environment() []string { return append(os.Environ(), "GOFLAGS=", "GOWORK=off") }

// lintAll runs the command over the witnesses, once for each grace period. The findings have file names relative to the module.
func lintAll(ctx context.Context, tool, module string, specs []*Spec) ([]finding, error) {
	patterns := map[time.Duration][]string{}
	for _, s := range specs {
		patterns[s.Grace] = append(patterns[s.Grace], "./"+s.Path()+"/...")
	}
	var all []finding
	for grace, args := range patterns {
		if grace > 0 {
			args = append([]string{"-grace=" + grace.String()}, args...)
		}
		found, err := lint(ctx, tool, module, args...)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

var want = regexp.MustCompile("// want `\\\\\\[([a-z]+)/([a-z0-9-]+)\\\\\\]`")

// wanted returns the findings that a program's comments want.
func (s *Spec) wanted(program string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(s.Dir, program, "*.go"))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		n := 0
		for line := range strings.Lines(string(source)) {
			n++
			for _, m := range want.FindAllStringSubmatch(line, -1) {
				all = append(all, finding{Rule: m[1], Category: m[2], File: s.Path() + "/" + program + "/" + filepath.Base(file), Line: n}.String())
			}
		}
	}
	return all, nil
}

// judge compares what was found in a witness with what is wanted.
func (s *Spec) judge(found []finding) (problems []string) {
	var have []string
	fixes := 0
	for _, f := range found {
		own := f.Rule == s.Rule && f.Category == s.Category
		if !strings.HasPrefix(f.File, s.Path()+"/") || f.Tier == "info" && !own {
			continue
		}
		have = append(have, f.String())
		if own && strings.HasPrefix(f.File, s.Path()+"/bad/") && len(f.Fixes) > 0 {
			fixes++
		}
	}
	bad, err := s.wanted("bad")
	good, err2 := s.wanted("good")
	if err := errors.Join(err, err2); err != nil {
		return []string{err.Error()}
	}
	own := ": " + s.Name()
	if !slices.ContainsFunc(bad, func(w string) bool { return strings.HasSuffix(w, own) }) || len(good) > 0 {
		problems = append(problems, "bad has to want the category, and good nothing")
	}
	for _, w := range bad {
		if !slices.Contains(have, w) {
			problems = append(problems, "not reported: "+w)
		}
	}
	for _, h := range have {
		if !slices.Contains(bad, h) {
			problems = append(problems, "reported: "+h)
		}
	}
	if s.Fix != (fixes > 0) {
		problems = append(problems, fmt.Sprintf("%d findings have a fix, and witness.txt says %v", fixes, s.Fix))
	}
	return problems
}
