// Package drivertest runs drivers of the rules over one set of samples and compares what they find.
package drivertest

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
)

// Driver is a way to run the rules. Findings runs it in a folder and returns what it finds as "file:line:col: message [rule/category]", the
// file relative to the folder, sorted, each once. The first call finds no results of an earlier run.
type Driver struct {
	Name     string
	Findings func(t testing.TB, dir string) []string
}

// Agree runs each driver twice in the folder. The second time, with results of the first at hand, it must find the same, and all must find
// what the first driver does.
func Agree(t *testing.T, dir string, drivers []Driver) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for i, d := range drivers {
		t.Run(d.Name, func(t *testing.T) {
			cold := d.Findings(t, dir)
			if len(cold) == 0 {
				t.Fatal("nothing is found")
			}
			compare(t, "a warm run", d.Findings(t, dir), "a cold one", cold)
			if i == 0 {
				want = cold
			}
			compare(t, d.Name, cold, drivers[0].Name, want)
			t.Logf("%d findings", len(cold))
		})
	}
}

func compare(t *testing.T, xName string, x []string, yName string, y []string) {
	t.Helper()
	for _, f := range difference(x, y) {
		t.Errorf("only %s finds %s", xName, f)
	}
	for _, f := range difference(y, x) {
		t.Errorf("only %s finds %s", yName, f)
	}
}

// difference returns what is in the first list only.
func difference(x, y []string) []string {
	return slices.DeleteFunc(slices.Clone(x), func(s string) bool { return slices.Contains(y, s) })
}

// Command is the command, as it reports in JSON. What it alone finds, in files that are no Go code, is left out.
func Command(tool string, flags ...string) Driver {
	return Driver{"command", func(t testing.TB, dir string) []string {
		var report struct {
			Findings []struct {
				File, Message, Rule, Category string
				Line, Column                  int
			}
		}
		out := Output(t, dir, tool, slices.Concat([]string{"-no-config", "-deploy=false", "-json"}, flags, []string{"./..."})...)
		if err := json.Unmarshal(out, &report); err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, f := range report.Findings {
			list = append(list, fmt.Sprintf("%s:%d:%d: %s [%s/%s]", f.File, f.Line, f.Column, f.Message, f.Rule, f.Category))
		}
		return sorted(list)
	}}
}

// Vet is go vet with the tool.
func Vet(tool string, flags ...string) Driver {
	return Driver{"go vet", func(t testing.TB, dir string) []string {
		return tree(t, dir, "go", slices.Concat([]string{"vet", "-json", "-vettool=" + tool}, flags, []string{"./..."}))
	}}
}

// Stock is a program made of the rules and of multichecker of x/tools.
func Stock(program string, flags ...string) Driver {
	return Driver{"multichecker", func(t testing.TB, dir string) []string {
		return tree(t, dir, program, slices.Concat([]string{"-json"}, flags, []string{"./..."}))
	}}
}

// tree runs a driver that prints JSON in the format of x/tools.
func tree(t testing.TB, dir, name string, args []string) []string {
	t.Helper()
	var list []string
	dec := json.NewDecoder(bytes.NewReader(Output(t, dir, name, args...)))
	for {
		var units map[string]map[string][]unit.Diagnostic
		if err := dec.Decode(&units); err == io.EOF {
			return sorted(list)
		} else if err != nil {
			t.Fatal(err)
		}
		for _, analyzers := range units {
			for _, diagnostics := range analyzers {
				for _, d := range diagnostics {
					list = append(list, Relative(dir, d.Posn)+": "+d.Message)
				}
			}
		}
	}
}

// Relative shortens a file name, which may have a position behind it.
func Relative(dir, name string) string {
	return filepath.ToSlash(strings.TrimPrefix(name, dir+string(filepath.Separator)))
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// Output runs a program in the folder and returns what it prints on standard output. It may end with an error code if it prints nothing on
// standard error.
func Output(t testing.TB, dir, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "PWD="+dir)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || stderr.Len() > 0) {
		t.Fatalf("%s: %v\n%s", name, err, stderr.Bytes())
	}
	return stdout.Bytes()
}

// FreshTool returns a copy of a program with other bytes at its end, of which the go command's cache knows no results.
func FreshTool(t testing.TB, path string) string {
	t.Helper()
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(fresh, append(program, rand.Text()...), 0o777); err != nil {
		t.Fatal(err)
	}
	return fresh
}
