package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestAction runs the step of action.yml that runs shutdownlint, as a runner would, and reads its output with the problem matcher.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	runner, workspace := t.TempDir(), t.TempDir()
	service := filepath.Join(workspace, "service")
	for name, text := range map[string]string{
		"go.mod":  "module example.com/service\n\ngo 1.26\n",
		"main.go": "package main\n\nfunc main() { Bang() }\n\nfunc Bang() {}\n",
	} {
		if err := os.MkdirAll(service, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(service, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	install(t, filepath.Join(runner, "shutdownlint", "shutdownlint"))
	cmd := exec.Command(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", actionStep(t, "run"))
	cmd.Dir = service
	cmd.Env = append(os.Environ(), "ARGS=-rules=toyrule/loud=error ./...", "ACTION=/action", "RUNNER_TEMP="+runner, "GITHUB_WORKSPACE="+workspace,
		"GITHUB_OUTPUT="+filepath.Join(runner, "output"), "GOFLAGS=")
	out, err := cmd.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("the step ends with %v\n%s", err, out)
	}
	if !strings.HasPrefix(string(out), "::add-matcher::/action/.github/shutdownlint-matcher.json\n") {
		t.Errorf("the step prints %s", out)
	}
	outputs, err := os.ReadFile(filepath.Join(runner, "output"))
	sarif := filepath.Join(runner, "shutdownlint.sarif")
	if err != nil || string(outputs) != "sarif="+sarif+"\n" {
		t.Errorf("the outputs are %q, %v", outputs, err)
	}
	if log, err := os.ReadFile(sarif); err != nil || !strings.Contains(string(log), `"uri": "service/main.go"`) {
		t.Errorf("the log is %s, %v", log, err)
	}
	got := match(t, string(out))
	want := []string{"service/main.go", "3", "15", "a bang", "toyrule/loud"}
	if !slices.Equal(got, want) {
		t.Errorf("the matcher finds %q, want %q", got, want)
	}
	if got := match(t, "shutdownlint: a/b.go:7: it does not compile\n"); !slices.Equal(got, []string{"a/b.go", "7", "", "it does not compile"}) {
		t.Errorf("the matcher finds %q in a problem", got)
	}
	if got := match(t, "deploy/Dockerfile:2:1: CMD runs api under a shell [shellform/shell-form]\n"); len(got) != 5 || got[0] != "deploy/Dockerfile" {
		t.Errorf("the matcher finds %q in a file that is not Go", got)
	}
	if got := match(t, "go: downloading golang.org/x/tools v0.52.0\nok: 3: other words\n"); len(got) > 0 {
		t.Errorf("the matcher finds %q in other lines", got)
	}
}

// install puts toylint where the action installs shutdownlint.
func install(t *testing.T, name string) {
	t.Helper()
	tool, err := exec.LookPath("toylint")
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(tool)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	// The test program takes its name for the command to be.
	script := filepath.Join(filepath.Dir(name), "toylint")
	if err := os.WriteFile(script, program, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("#!/bin/sh\nexec "+script+" \"$@\"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
}

// actionStep returns the script of a step of action.yml.
func actionStep(t *testing.T, id string) string {
	t.Helper()
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Runs struct {
			Steps []struct{ ID, Run string }
		}
	}
	if err := yaml.Unmarshal(text, &action); err != nil {
		t.Fatal(err)
	}
	for _, step := range action.Runs.Steps {
		if step.ID == id {
			return step.Run
		}
	}
	t.Fatalf("action.yml has no step %s", id)
	return ""
}

// match returns what the problem matcher finds in an output: file, line, column, message, code.
func match(t *testing.T, output string) []string {
	t.Helper()
	text, err := os.ReadFile("../../.github/shutdownlint-matcher.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		ProblemMatcher []struct {
			Pattern []struct {
				Regexp                            string
				File, Line, Column, Message, Code int
			}
		}
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, matcher := range file.ProblemMatcher {
		p := matcher.Pattern[0]
		re := regexp.MustCompile(p.Regexp)
		for line := range strings.Lines(output) {
			m := re.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
			if m == nil {
				continue
			}
			found = append(found, m[p.File], m[p.Line], m[p.Column], m[p.Message])
			if p.Code > 0 {
				found = append(found, m[p.Code])
			}
		}
	}
	return found
}
