package drivers

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// TestGolangciBeside runs golangci-lint with its usual linters, which hold vet and staticcheck, beside the command: with -beside=golangci each
// defect is reported by one of the two, and none by nobody.
func TestGolangciBeside(t *testing.T) {
	dir := filepath.Join(root, "test", "beside", "testdata")
	golangci := usualIssues(t, build(t, ".", "golangci-lint", golangciModule+"/cmd/golangci-lint", "-trimpath"), dir)
	tool := build(t, root, "shutdownlint", "./cmd/shutdownlint")
	alone, beside := lines(t, tool, dir), lines(t, tool, dir, "-beside=golangci")
	if len(golangci) < 3 || len(beside) == 0 {
		t.Fatalf("the sample shows too little: golangci-lint %v, shutdownlint beside it %v", golangci, beside)
	}
	for _, line := range alone {
		if slices.Contains(golangci, line) == slices.Contains(beside, line) {
			t.Errorf("line %s: golangci-lint %v, shutdownlint beside it %v", line, slices.Contains(golangci, line), slices.Contains(beside, line))
		}
	}
	for _, line := range beside {
		if !slices.Contains(alone, line) {
			t.Errorf("line %s is reported only beside golangci-lint", line)
		}
	}
}

// counterparts are the checks that report what some of our categories do.
var counterparts = regexp.MustCompile(`^(sigchanyzer|waitgroup|SA1016|SA1017|SA2000|SA5003): `)

// usualIssues are the lines in which golangci-lint's usual linters report such things.
func usualIssues(t *testing.T, program, dir string) []string {
	t.Helper()
	report := filepath.Join(t.TempDir(), "report.json")
	out, code := outcome(t, dir, []string{"GOLANGCI_LINT_CACHE=" + filepath.Join(bin, "cache")}, program, "run", "--no-config",
		"--max-issues-per-linter=0", "--max-same-issues=0", "--uniq-by-line=false", "--output.json.path="+report, "./...")
	if code != 1 {
		t.Fatalf("golangci-lint: exit code %d\n%s", code, out)
	}
	var result struct {
		Issues []struct {
			Text string
			Pos  struct{ Line int }
		}
	}
	if err := json.Unmarshal([]byte(read(t, report)), &result); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, i := range result.Issues {
		if counterparts.MatchString(i.Text) {
			list = append(list, fmt.Sprint(i.Pos.Line))
		}
	}
	return list
}

// own is a finding of a category that has a counterpart.
var own = regexp.MustCompile(`(?m)^main\.go:(\d+):.*\[(?:unbufferedsignal/unbuffered|goroutineleak/late-add|signalset/uncatchable)\]$`)

// lines are the lines in which the command reports such a finding.
func lines(t *testing.T, tool, dir string, flags ...string) []string {
	t.Helper()
	out, _ := outcome(t, dir, nil, tool, append(flags, "-o=oneline", "./...")...)
	var list []string
	for _, m := range own.FindAllStringSubmatch(out, -1) {
		list = append(list, m[1])
	}
	return list
}
