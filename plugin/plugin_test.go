package plugin

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/shutdownlint/shutdownlint/passes"
)

const sample = `
-- go.mod --
module example.com

go 1.26
-- queue/queue.go --
package queue

import "context"

type Consumer struct{ remote interface{ Send(string) error } }

func (c *Consumer) Stop(ctx context.Context) error { return c.remote.Send("stop") }
-- worker/worker.go --
package worker

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"

	"example.com/queue"
)

func stopQueue(c *queue.Consumer) { c.Stop(context.Background()) }

func stopServer(srv *http.Server) { srv.Shutdown(context.Background()) }

func stopSoon(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func stopLate(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	srv.Shutdown(ctx)
}

func await() {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt)
	work()
	<-stop
}

func work() {}

func awaitIgnored() {
	stop := make(chan os.Signal) //nolint:shutdownlint
	signal.Notify(stop, os.Interrupt) //nolint:shutdownlint
	work()
	<-stop
}
-- worker/worker_test.go --
package worker

import (
	"context"
	"net/http"
)

func stopInTest(srv *http.Server) { srv.Shutdown(context.Background()) }
`

// Settings as golangci-lint hands them over, and what they change in the findings. A finding is its file, line, rule and category.
var settingsTable = []struct {
	name     string
	settings any
	want     string
}{
	{"none", nil, "worker.go:15 noshutdowntimeout/no-deadline, worker.go:31 unbufferedsignal/unbuffered, worker.go:40 unbufferedsignal/unbuffered"},
	{"a rule off", map[string]any{"rules": map[string]any{"unbufferedsignal": "off"}}, "worker.go:15 noshutdowntimeout/no-deadline"},
	{"a rule off, as YAML 1.1 spells it", map[string]any{"rules": map[string]any{"unbufferedsignal": false}}, "worker.go:15 noshutdowntimeout/no-deadline"},
	{"one rule on", map[string]any{"rules": map[string]any{"unbuffered*": "on", "*": "off"}},
		"worker.go:31 unbufferedsignal/unbuffered, worker.go:40 unbufferedsignal/unbuffered"},
	{"a category off", map[string]any{"rules": map[string]any{"noshutdowntimeout/no-deadline": "off", "unbufferedsignal/*": "off"}}, ""},
	{"one category on", map[string]any{"rules": map[string]any{"*": "off", "noshutdowntimeout/no-deadline": "on"}}, "worker.go:15 noshutdowntimeout/no-deadline"},
	{"a grace period", map[string]any{"rules": map[string]any{"unbufferedsignal": "off"}, "grace": "30s"},
		"worker.go:15 noshutdowntimeout/no-deadline, worker.go:26 noshutdowntimeout/over-grace"},
	{"information", map[string]any{"rules": map[string]any{"unbufferedsignal": "off"}, "info": true},
		"worker.go:15 noshutdowntimeout/no-deadline, worker.go:20 noshutdowntimeout/short-deadline"},
	{"one category of information", map[string]any{"rules": map[string]any{"*": "off", "noshutdowntimeout/short-deadline": "on"}},
		"worker.go:20 noshutdowntimeout/short-deadline"},
	{"tests", map[string]any{"rules": map[string]any{"unbufferedsignal": "off"}, "tests": true},
		"worker.go:15 noshutdowntimeout/no-deadline, worker_test.go:8 noshutdowntimeout/no-deadline"},
	{"knowledge", map[string]any{"rules": map[string]any{"unbufferedsignal": "off"}, "knowledge": "(*example.com/queue.Consumer).Stop drain=recv ctx=arg0 effect=stop # asks the broker\n"},
		"worker.go:13 noshutdowntimeout/no-deadline, worker.go:15 noshutdowntimeout/no-deadline"},
}

func TestSettings(t *testing.T) {
	pkgs := load(t)
	for _, c := range settingsTable {
		t.Run(c.name, func(t *testing.T) {
			var found []string
			for _, d := range run(t, pkgs, c.settings) {
				found = append(found, d.place)
				if len(d.Related) > 0 {
					t.Errorf("%s has related places, which golangci-lint shows as findings", d.place)
				}
			}
			slices.Sort(found)
			if got := strings.Join(slices.Compact(found), ", "); got != c.want {
				t.Errorf("found\n%s, want\n%s", got, c.want)
			}
		})
	}
}

// TestUnsafeFixes holds fixes that may change what worked back until they are asked for: golangci-lint has one flag for all.
func TestUnsafeFixes(t *testing.T) {
	pkgs := load(t)
	for want, settings := range map[bool]any{
		false: map[string]any{"rules": map[string]any{"*": "off", "noshutdowntimeout/no-deadline": "on"}},
		true:  map[string]any{"rules": map[string]any{"*": "off", "noshutdowntimeout/no-deadline": "on"}, "unsafe-fixes": true},
	} {
		list := run(t, pkgs, settings)
		if len(list) == 0 {
			t.Fatal("nothing is found")
		}
		for _, d := range list {
			if has := len(d.SuggestedFixes) > 0; has != want {
				t.Errorf("%s has a fix: %v, want %v", d.place, has, want)
			}
		}
	}
}

func TestOriginalsAreLeftAlone(t *testing.T) {
	build(t, map[string]any{"info": true, "tests": true, "grace": "7s", "unsafe-fixes": true})
	for _, a := range passes.Analyzers() {
		for _, name := range []string{"info", "tests", "unsafe-fixes"} {
			if f := a.Flags.Lookup(name); f.Value.String() != f.DefValue {
				t.Errorf("-%s.%s is %s for everybody", a.Name, name, f.Value)
			}
		}
	}
	if a := build(t, nil)[0]; a.Flags.Lookup("info").Value.String() != "false" {
		t.Error("the settings of one linter hold for the next")
	}
}

func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		settings any
		want     string
	}{
		{map[string]any{"grce": "30s"}, "settings: unknown key grce, did you mean grace?"},
		{map[string]any{"completely": 1}, "settings: unknown key completely: want one of grace, info, knowledge, rules, tests, unsafe-fixes"},
		{map[string]any{"grace": "thirty"}, "settings: grace: thirty is no time: want one such as 30s"},
		{map[string]any{"grace": 30}, "settings: grace: 30 is no time"},
		{map[string]any{"grace": "-3s"}, "settings: grace: -3s is no time"},
		{map[string]any{"info": "yes"}, "settings: info: want true or false"},
		{map[string]any{"rules": "fatalserve"}, "settings: rules: want a mapping"},
		{map[string]any{"rules": map[string]any{"fatalsrve": "on"}}, "settings: rules: unknown rule fatalsrve, did you mean fatalserve?"},
		{map[string]any{"rules": map[string]any{"fatalserve/server-close": "on"}}, "unknown category fatalserve/server-close, did you mean fatalserve/server-closed?"},
		{map[string]any{"rules": map[string]any{"fatalserve": "error"}}, "fatalserve is set to error: want on or off; severities are golangci-lint's own setting"},
		{map[string]any{"knowledge": "shutdown.txt"}, "settings: knowledge: want the lines themselves"},
		{map[string]any{"knowledge": []string{"shutdown.txt"}}, "settings: knowledge: want the lines themselves"},
		{map[string]any{"knowledge": "os.Exit exits=process"}, `knowledge:1: unknown key "exits"`},
		{[]string{"grace"}, "settings: want a mapping of keys to values"},
		{map[string]any{"grce": "30s", "inof": true}, "did you mean info?"},
	} {
		_, err := analyzers(c.settings)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: the error is %v, want %q in it", c.settings, err, c.want)
		}
	}
}

// analyzers goes the way of golangci-lint: by the registered name.
func analyzers(settings any) ([]*analysis.Analyzer, error) {
	newPlugin, err := register.GetPlugin("shutdownlint")
	if err != nil {
		return nil, err
	}
	p, err := newPlugin(settings)
	if err != nil {
		return nil, err
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		return nil, fmt.Errorf("the load mode is %s", mode)
	}
	return p.BuildAnalyzers()
}

func build(t *testing.T, settings any) []*analysis.Analyzer {
	t.Helper()
	list, err := analyzers(settings)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := analyzers(nil); err != nil { // knowledge is for the whole process
			t.Error(err)
		}
	})
	return list
}

// load loads the sample with its tests.
func load(t *testing.T) []*packages.Package {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(sample)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cfg := &packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Tests: true, Env: append(os.Environ(), "GOFLAGS=", "GOPROXY=off")}
	pkgs, err := packages.Load(cfg, "./...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the sample cannot be loaded: ", err)
	}
	return pkgs
}

// diagnostic is one that was reported, with its place.
type diagnostic struct {
	analysis.Diagnostic
	place string
}

var label = regexp.MustCompile(`\[(\S+)\]$`)

// run runs the plugin with these settings.
func run(t *testing.T, pkgs []*packages.Package, settings any) []diagnostic {
	t.Helper()
	graph, err := checker.Analyze(build(t, settings), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var list []diagnostic
	for act := range graph.All() {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos)
			m := label.FindStringSubmatch(d.Message)
			if m == nil {
				t.Fatalf("the message %q does not end in rule and category", d.Message)
			}
			list = append(list, diagnostic{d, fmt.Sprintf("%s:%d %s", filepath.Base(at.Filename), at.Line, m[1])})
		}
	}
	return list
}
