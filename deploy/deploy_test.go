package deploy

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// TestSamples holds the findings in testdata/deploy to the comments there: "# want+1 TIER RULE/CATEGORY: part of the message" stands above the line.
func TestSamples(t *testing.T) {
	root := filepath.Join("..", "testdata", "deploy")
	report, err := Check(context.Background(), []string{root}, Options{Programs: drainers(t), Names: map[string]string{"gateway": "example.com/app/cmd/drainer"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Errorf("%s: %s", p.File, p.Message)
	}
	wanted := wants(t, root)
	if len(wanted) == 0 {
		t.Fatal("no sample wants a finding")
	}
	for _, f := range report.Findings {
		place := fmt.Sprintf("%s:%d", f.Start.File, f.Start.Line)
		label := fmt.Sprintf("%s %s/%s: ", f.Tier, f.Rule, f.Category)
		i := slices.IndexFunc(wanted[place], func(w string) bool {
			part, ok := strings.CutPrefix(w, label)
			return ok && strings.Contains(f.Message, part)
		})
		if i < 0 {
			t.Errorf("%s: unexpected: %s%s", place, label, f.Message)
			continue
		}
		wanted[place] = slices.Delete(wanted[place], i, i+1)
	}
	for _, place := range slices.Sorted(maps.Keys(wanted)) {
		for _, w := range wanted[place] {
			t.Errorf("%s: missing: %s", place, w)
		}
	}
}

// drainers are the programs that samples run: drainer takes 45 s to stop and SIGINT and SIGTERM; poller the same, with a flag that sets a limit, and
// ends at a second signal; tool has two ways; server the same as drainer; caller has commands, of which serve takes 45 s; variable has
// them in variables, in files that are called like them.
func drainers(t *testing.T) []*contract.Program {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "testdata", "deploy"))
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string, line int) contract.Place {
		return contract.Place{File: filepath.Join(root, "cmd", name, "main.go"), Line: line}
	}
	program := func(name string, sorts ...contract.Sort) *contract.Program {
		p := &contract.Program{Package: "example.com/app/cmd/" + name, Dir: filepath.Join(root, "cmd", name)}
		p.Signals = []contract.Signal{{Numbers: []int64{2, 15}, At: at(name, 14)}}
		for i, sort := range sorts {
			drain := contract.Bound{Sort: sort, Time: 25 * time.Second, Name: "-drain"}
			rest := contract.Bound{Sort: contract.Exact, Time: time.Duration(20-15*i) * time.Second}
			p.Ways = append(p.Ways, contract.Way{Func: "main", Sure: len(sorts) == 1, Total: drain.Time + rest.Time, Steps: []contract.Step{
				{Kind: contract.Drain, What: "http", Text: "server.Shutdown", At: at(name, 61), Bound: drain, Took: drain.Time},
				{Kind: contract.Drain, What: "unknown", Text: "worker.Stop", At: at(name, 70), Bound: rest, Took: rest.Time},
			}})
		}
		return p
	}
	poller := program("poller", contract.Default)
	poller.Second = []contract.Place{at("poller", 33)}
	caller := program("caller", contract.Exact)
	caller.Ways[0].Sure, caller.Ways[0].Func = false, "example.com/app/cmd/caller.runServe"
	variable := program("variable", contract.Exact)
	variable.Ways[0].Sure, variable.Ways[0].Func, variable.Ways[0].At = false, "example.com/app/cmd/variable.init$1", contract.Place{File: "serve.go", Line: 9}
	return []*contract.Program{variable, program("server", contract.Exact), caller, program("drainer", contract.Exact), poller, program("tool", contract.Exact, contract.Exact)}
}

// wants reads the comments, by file and line.
func wants(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for i, line := range strings.Split(string(data), "\n") {
			if _, want, ok := strings.Cut(line, "# want+1 "); ok {
				place := fmt.Sprintf("%s:%d", path, i+2)
				found[place] = append(found[place], want)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestBadInput holds the checks to what they do with files that nobody should have to read: the rest is checked, and each is told.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	bomb := "a: &a [x, x]\n"
	for i := 'b'; i < 'z'; i++ {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c, *%c]\n", i, i, i-1, i-1, i-1)
	}
	write("bomb.yaml", "apiVersion: v1\nkind: Pod\n"+bomb)
	write("broken.yaml", "kind: Pod\napiVersion: v1\nspec: [\n")
	write("binary.yaml", "kind: Pod\xff\xfe")
	write("large.yaml", "kind: Pod\n"+strings.Repeat("#", maxFile))
	write("windows.service", "[Service]\r\nKillMode=process\r\n")
	write("self.yaml", "kind: Pod\napiVersion: v1\nspec: &spec\n  containers: &all [{name: a, command: *all}]\n  more: *spec\n")
	write("unknown.yaml", "kind: Gizmo\napiVersion: example.com/v1\nspec: {containers: 7, template: [1, {containers: {a: b}}]}\n")
	write("include.yaml", "include: [include.yaml]\nservices: {a: {extends: {file: include.yaml, service: a}, build: {context: ../.., dockerfile: include.yaml}}}\n")
	write("template.yaml", "kind: Pod\n{{ range $i := . }}\n  - {{ $i }}: [\n{{ end }}\n")
	write("deep.yaml", "kind: Pod\napiVersion: v1\nspec: "+strings.Repeat("{a: ", 5000)+strings.Repeat("}", 5000)+"\n")
	write("Dockerfile", "FROM\nRUN --mount=\nRUN go build -o\nRUN cd\nCOPY\nENTRYPOINT []\nCMD [\nSTOPSIGNAL\n# escape=`\nRUN a `")
	write("empty.service", "[Service]\nExecStart=\nExecReload=kill\nExecStop=\nTimeoutStopSec=\nKillSignal=\n=\n[\n")
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	report, err := Check(context.Background(), []string{dir}, Options{Programs: drainers(t)})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) != 1 || report.Findings[0].Category != "leaves-children" {
		t.Errorf("findings %v, want the KillMode of windows.service alone", report.Findings)
	}
	var told []string
	for _, p := range report.Problems {
		told = append(told, filepath.Base(p.File))
	}
	if want := []string{"binary.yaml", "broken.yaml", "large.yaml"}; !slices.Equal(told, want) {
		t.Errorf("problems with %v, want %v", told, want)
	}
	if _, err := Check(context.Background(), []string{filepath.Join(dir, "absent")}, Options{}); err == nil {
		t.Error("a path that does not exist is no error")
	}
}

// TestSpan holds the time spans to systemd.time(7).
func TestSpan(t *testing.T) {
	for text, want := range map[string]string{"5": "5s", "1min 30s": "1m30s", "500ms": "500ms", "2h": "2h0m0s", "infinity": "", "0": "", "5 parsecs": ""} {
		got := ""
		if d, ok := span(text); ok {
			got = d.String()
		}
		if got != want {
			t.Errorf("span(%q) = %q, want %q", text, got, want)
		}
	}
}
