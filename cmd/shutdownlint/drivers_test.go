package main

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

// samples is the module that every driver can read.
const samples = "../../testdata"

// TestDriversAgree runs the command, go vet and the stock driver of x/tools over the samples. All must find the same.
func TestDriversAgree(t *testing.T) {
	needSamples(t)
	tool, err := exec.LookPath("shutdownlint")
	if err != nil {
		t.Fatal(err)
	}
	command := commandFindings(t)
	if len(command) == 0 {
		t.Error("the samples have no findings")
	}
	for name, got := range map[string][]string{
		"go vet":     treeFindings(t, "go", "vet", "-json", "-vettool="+tool, "./..."),
		"stockcheck": treeFindings(t, "stockcheck", "-json", "./..."),
	} {
		for _, f := range difference(got, command) {
			t.Errorf("only %s finds %s", name, f)
		}
		for _, f := range difference(command, got) {
			t.Errorf("%s does not find %s", name, f)
		}
	}
}

// TestSameBytes wants the same bytes whether results come from the cache or not, and with any number of packages at a time.
func TestSameBytes(t *testing.T) {
	needSamples(t)
	one, eight := freshTool(t), freshTool(t)
	want := output(t, one, "-p=1", "./...")
	for what, got := range map[string][]byte{
		"a warm run": output(t, one, "-p=8", "./..."),
		"-p=8":       output(t, eight, "-p=8", "./..."),
	} {
		if !bytes.Equal(got, want) {
			t.Errorf("%s prints something else:\n%s\nwant\n%s", what, got, want)
		}
	}
}

// freshTool returns a copy of the command with other bytes at its end, of which the go command's cache knows no results.
func freshTool(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("shutdownlint")
	if err != nil {
		t.Fatal(err)
	}
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

// needSamples skips a test where the samples are left out, as in a copy of the module from the module cache.
func needSamples(t *testing.T) {
	t.Helper()
	if files, err := filepath.Glob(filepath.Join(samples, "*", "*", "*.go")); err != nil || len(files) == 0 {
		t.Skip("no samples")
	}
}

// output runs a command over the samples and returns what it prints on standard output. It may find something.
func output(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = samples
	cmd.Env = append(os.Environ(), "GOFLAGS=")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || stderr.Len() > 0) {
		t.Fatalf("%s: %v\n%s", name, err, stderr.Bytes())
	}
	return stdout.Bytes()
}

// commandFindings returns what the command finds, as place and message.
func commandFindings(t *testing.T) []string {
	t.Helper()
	var report struct {
		Findings []struct {
			File, Message, Rule, Category string
			Line, Column                  int
		}
	}
	if err := json.Unmarshal(output(t, "shutdownlint", "-json", "./..."), &report); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range report.Findings {
		list = append(list, fmt.Sprintf("%s:%d:%d: %s [%s/%s]", f.File, f.Line, f.Column, f.Message, f.Rule, f.Category))
	}
	return list
}

// treeFindings returns what a driver of x/tools' format finds, sorted, each once.
func treeFindings(t *testing.T, name string, args ...string) []string {
	t.Helper()
	dir, err := filepath.Abs(samples)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	dec := json.NewDecoder(bytes.NewReader(output(t, name, args...)))
	for {
		var tree map[string]map[string][]unit.Diagnostic
		if err := dec.Decode(&tree); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		for _, analyzers := range tree {
			for _, diagnostics := range analyzers {
				for _, d := range diagnostics {
					list = append(list, filepath.ToSlash(strings.TrimPrefix(d.Posn, dir+string(filepath.Separator)))+": "+d.Message)
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// difference returns what is in the first list only.
func difference(x, y []string) []string {
	return slices.DeleteFunc(slices.Clone(x), func(s string) bool { return slices.Contains(y, s) })
}
