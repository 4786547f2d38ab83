package drivers

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/driver/drivertest"
)

const golangciModule = "github.com/golangci/golangci-lint/v2"

// customGolangci builds golangci-lint with the plugin as users do: golangci-lint custom reads .custom-gcl.yml as docs/drivers.md shows it. The
// plain golangci-lint that this takes is built from the module that go.mod names, with which also stands for the repository that it clones.
func customGolangci(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(bin, "golangci")
	name := regexp.MustCompile(`(?m)^name: (\S+)$`).FindStringSubmatch(page(t, ".custom-gcl.yml"))
	if name == nil {
		t.Fatal(".custom-gcl.yml names no program")
	}
	program := filepath.Join(dir, name[1])
	if _, err := os.Stat(program); err == nil {
		return program
	}
	plain := build(t, ".", "golangci-lint", golangciModule+"/cmd/golangci-lint", "-trimpath")
	version := strings.TrimSpace(command(t, ".", nil, "go", "list", "-m", "-f", "{{.Version}}", golangciModule))
	source := strings.TrimSpace(command(t, ".", nil, "go", "list", "-m", "-f", "{{.Dir}}", golangciModule))
	clone := filepath.Join(bin, "repositories", "golangci", "golangci-lint.git")
	if err := os.CopyFS(clone, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "-A", "-f"},
		{"-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", version}, {"tag", version},
	} {
		command(t, clone, nil, "git", args...)
	}
	write(t, dir, ".custom-gcl.yml", page(t, ".custom-gcl.yml"))
	environ := append(publish(t), "GOFLAGS=-trimpath", // the same results of compiling as above
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://"+filepath.ToSlash(filepath.Join(bin, "repositories"))+"/.insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/")
	command(t, dir, environ, plain, "custom", "-v")
	os.RemoveAll(filepath.Join(bin, "repositories"))
	return program
}

// golangci is that golangci-lint with .golangci.yml as docs/drivers.md shows it, and without the linters and limits that hide findings.
func golangci(t testing.TB) drivertest.Driver {
	return drivertest.Driver{Name: "golangci-lint", Findings: func(t testing.TB, dir string) []string {
		return issues(t, customGolangci(t), dir, page(t, ".golangci.yml"))
	}}
}

// issues runs golangci-lint with a configuration and a cache for this test.
func issues(t testing.TB, program, dir, config string) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), ".golangci.yml")
	write(t, filepath.Dir(file), ".golangci.yml", config)
	report := filepath.Join(filepath.Dir(file), "report.json")
	out, code := outcome(t, dir, []string{"GOLANGCI_LINT_CACHE=" + filepath.Join(bin, "cache"), "GOWORK="}, program, "run", "--config", file,
		"--default=none", "--enable=shutdownlint", "--max-issues-per-linter=0", "--max-same-issues=0", "--uniq-by-line=false",
		"--path-mode=abs", "--output.json.path="+report, "./...")
	if code != 0 && code != 1 {
		t.Fatalf("golangci-lint: exit code %d\n%s", code, out)
	}
	var result struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(read(t, report)), &result); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, i := range result.Issues {
		_, message, ok := strings.Cut(i.Text, ": ") // before it stands the analyzer
		if i.FromLinter != "shutdownlint" || !ok {
			t.Errorf("an issue of %s: %s", i.FromLinter, i.Text)
		}
		list = append(list, fmt.Sprintf("%s:%d:%d: %s", drivertest.Relative(dir, i.Pos.Filename), i.Pos.Line, i.Pos.Column, message))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// TestGolangciSettings changes settings between runs that share a cache: what is changed holds at once.
func TestGolangciSettings(t *testing.T) {
	program := customGolangci(t)
	dir := filepath.Join(samples, "noshutdowntimeout", "grace")
	page := page(t, ".golangci.yml")
	with := func(old, new string) string {
		t.Helper()
		changed := strings.Replace(page, old, new, 1)
		if changed == page {
			t.Fatalf("docs/drivers.md sets no %q", old)
		}
		return changed
	}
	count := func(config string) (n int) {
		t.Helper()
		for _, f := range issues(t, program, dir, config) {
			if strings.Contains(f, "[noshutdowntimeout/over-grace]") {
				n++
			}
		}
		return n
	}
	usual := count(page)
	if usual == 0 {
		t.Fatal("nothing is found")
	}
	if n := count(with("grace: 30s", "grace: 1000h")); n != 0 {
		t.Errorf("%d findings although the grace period is long", n)
	}
	if n := count(with("grace: 30s", "grace: 30s\n          rules: {noshutdowntimeout/over-grace: off}")); n != 0 {
		t.Errorf("%d findings of a category that is off", n)
	}
	if n := count(page); n != usual {
		t.Errorf("%d findings with the first settings, and %d before", n, usual)
	}
	file := filepath.Join(t.TempDir(), ".golangci.yml")
	write(t, filepath.Dir(file), ".golangci.yml", with("grace: 30s", "grce: 30s"))
	out, code := outcome(t, dir, nil, program, "run", "--config", file, "./...")
	if code != 3 || !strings.Contains(out, "settings: unknown key grce, did you mean grace?") {
		t.Errorf("a wrong setting: exit code %d\n%s", code, out)
	}
}

// TestGolangciFix lets golangci-lint apply a fix.
func TestGolangciFix(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "go.mod", "module example.com/m\n\ngo 1.26\n", "main.go", unbuffered, ".golangci.yml", page(t, ".golangci.yml"))
	environ := []string{"GOLANGCI_LINT_CACHE=" + filepath.Join(bin, "cache")}
	command(t, dir, environ, customGolangci(t), "run", "--default=none", "--enable=shutdownlint", "--fix", "./...")
	if text := read(t, filepath.Join(dir, "main.go")); !strings.Contains(text, "make(chan os.Signal, 1)") {
		t.Errorf("not fixed:\n%s", text)
	}
}

// unbuffered is a program with one finding, which a fix removes.
const unbuffered = `package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	work()
	<-stop
}

func work() {}
`

// TestSameTools holds versions together: the plugin is compiled with the x/tools of golangci-lint, and another one would be another analysis.
func TestSameTools(t *testing.T) {
	source := strings.TrimSpace(command(t, ".", nil, "go", "list", "-m", "-f", "{{.Dir}}", golangciModule))
	require := regexp.MustCompile(`(?m)^\s*golang\.org/x/tools (\S+)`)
	theirs := require.FindStringSubmatch(read(t, filepath.Join(source, "go.mod")))
	ours := require.FindStringSubmatch(read(t, filepath.Join(root, "go.mod")))
	if theirs == nil || ours == nil || theirs[1] != ours[1] {
		t.Errorf("golangci-lint requires x/tools %v, we require %v", theirs, ours)
	}
}
