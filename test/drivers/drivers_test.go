// Package drivers runs the rules in every driver that docs/drivers.md tells of, the ones of other projects included, and as that page says.
package drivers

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/aymanbagabas/go-udiff"           // nogo is made of it,
	_ "github.com/bazelbuild/rules_go/go/runfiles" // and comes with this module

	"github.com/shutdownlint/shutdownlint/internal/driver/drivertest"
)

// The repository, its samples, and what is built for all tests.
var (
	root    = absolute("../..")
	samples = filepath.Join(root, "testdata")
	bin     string
)

func absolute(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		panic(err)
	}
	return abs
}

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "shutdownlint-drivers-")
	if err != nil {
		panic(err)
	}
	bin = dir
	code := m.Run()
	unpublish()
	os.RemoveAll(dir) // a folder left in the temporary one harms nobody
	os.Exit(code)
}

// TestSameFindings runs every driver over one set of samples. All must find the same, with a grace period that is set in each driver's own way,
// and the second time, from what the driver has kept, as the first.
func TestSameFindings(t *testing.T) {
	command := build(t, root, "shutdownlint", "./cmd/shutdownlint")
	flags := []string{"-noshutdowntimeout.grace=30s", "-blockingsighandler.grace=30s"}
	drivertest.Agree(t, samples, []drivertest.Driver{
		drivertest.Command(drivertest.FreshTool(t, command), "-grace=30s"),
		drivertest.Vet(drivertest.FreshTool(t, command), flags...),
		drivertest.Stock(build(t, ".", "stock", "./stock"), flags...),
		golangci(t),
		nogo(t),
	})
}

// build builds a package into the folder for binaries, once.
func build(t testing.TB, dir, name, pkg string, flags ...string) string {
	t.Helper()
	file := filepath.Join(bin, name)
	if _, err := os.Stat(file); err != nil {
		command(t, dir, nil, "go", append(append([]string{"build", "-o", file}, flags...), pkg)...)
	}
	return file
}

// command runs a command that must succeed and returns what it printed.
func command(t testing.TB, dir string, environ []string, name string, args ...string) string {
	t.Helper()
	out, code := outcome(t, dir, environ, name, args...)
	if code != 0 {
		t.Fatalf("%s %s: exit code %d\n%s", name, strings.Join(args, " "), code, out)
	}
	return out
}

// outcome runs a command and returns what it printed and its exit code.
func outcome(t testing.TB, dir string, environ []string, name string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOFLAGS=", "GOWORK=off"), environ...)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// goEnv asks the go command for a setting.
func goEnv(name string) string {
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// page returns the block of docs/drivers.md that follows a line with this file name, as users copy it.
func page(t testing.TB, name string) string {
	t.Helper()
	text := read(t, filepath.Join(root, "docs", "drivers.md"))
	_, rest, ok := strings.Cut(text, "`"+name+"`:\n\n```")
	_, block, ok2 := strings.Cut(rest, "\n")
	block, _, ok3 := strings.Cut(block, "```\n")
	if !ok || !ok2 || !ok3 {
		t.Fatalf("docs/drivers.md shows no %s", name)
	}
	return block
}

func read(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// write writes files, given by name and text in turn, into a folder.
func write(t testing.TB, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
