// Package beside runs the real staticcheck beside shutdownlint: with -beside=staticcheck each defect is reported by one of the two.
package beside

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

func TestBesideStaticcheck(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "shutdownlint")
	run(t, "../..", "go", "build", "-o", tool, "./cmd/shutdownlint")
	staticcheck := places(run(t, "testdata", "go", "tool", "-modfile="+modfile(t), "staticcheck", "-checks=SA1016,SA1017,SA2000,SA5003", "./..."))
	alone := places(run(t, "testdata", tool, "-o=oneline", "./..."))
	beside := places(run(t, "testdata", tool, "-o=oneline", "-beside=staticcheck", "./..."))
	if len(staticcheck) < 3 || len(beside) == 0 {
		t.Fatalf("the sample shows too little: staticcheck %v, shutdownlint beside it %v", staticcheck, beside)
	}
	for _, place := range beside {
		if slices.Contains(staticcheck, place) {
			t.Errorf("%s is reported by both", place)
		}
		if !slices.Contains(alone, place) {
			t.Errorf("%s is reported only beside staticcheck", place)
		}
	}
	for _, place := range alone {
		if !slices.Contains(staticcheck, place) && !slices.Contains(beside, place) {
			t.Errorf("%s is reported by nobody any more", place)
		}
	}
	both := places(run(t, "testdata", tool, "-o=oneline", "-with-staticcheck", "./..."))
	for _, place := range append(slices.Clone(alone), staticcheck...) {
		if !slices.Contains(both, place) {
			t.Errorf("%s is not reported with staticcheck's checks", place)
		}
	}
	if !slices.IsSorted(both) || len(slices.Compact(slices.Clone(both))) != len(both) {
		t.Errorf("with staticcheck's checks a place is reported twice: %v", both)
	}
}

// modfile is this module's go.mod by its full name: the sample is a module of its own.
func modfile(t *testing.T) string {
	t.Helper()
	name, err := filepath.Abs("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// run runs a command in a directory, and returns its output. It may find something.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || exit != nil && (exit.ExitCode() != 1 || len(out) == 0) {
		t.Fatalf("%s %v: %v\n%s", name, args, err, exit.Stderr)
	}
	return string(out)
}

// place is the file and line of a finding of one of staticcheck's checks, or of a category of ours that has such a counterpart.
var place = regexp.MustCompile(`(?m)^(\S+\.go:\d+):\d+: .*[\[(](?:SA\d+|unbufferedsignal/unbuffered|goroutineleak/late-add|signalset/uncatchable)[\])]$`)

// places are the places of all such findings.
func places(output string) []string {
	var list []string
	for _, m := range place.FindAllStringSubmatch(output, -1) {
		list = append(list, m[1])
	}
	return list
}
