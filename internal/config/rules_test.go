package config

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

func demoRules() *Rules {
	return &Rules{Known: []Category{
		{"leak", "exit", "error"}, {"leak", "timer", "info"}, {"stop", "late", "warning"}, {"stop", "hint", "info"}, {"SA1", "", "warning"},
	}}
}

func TestJudge(t *testing.T) {
	type setting struct {
		text  string
		paths bool
	}
	all := func(list ...string) []setting {
		var out []setting
		for _, text := range list {
			out = append(out, setting{text, strings.Contains(text, ":")})
		}
		return out
	}
	for _, c := range []struct {
		settings   []setting
		rule, name string
		tier       string
		info       bool
		want       string // the tier, or nothing if it is not wanted
	}{
		{nil, "leak", "exit", "error", false, "error"},
		{nil, "leak", "timer", "info", false, ""},
		{nil, "leak", "timer", "info", true, "info"},
		{all("leak=off"), "leak", "exit", "error", false, ""},
		{all(" leak = off , leak/exit = on "), "leak", "exit", "error", false, "error"},
		{all("*=off", "l*=on"), "leak", "exit", "error", false, "error"},
		{all("*=off", "l*=on"), "stop", "late", "warning", false, ""},
		{all("leak=warning"), "leak", "exit", "error", false, "warning"},
		{all("leak=warning"), "leak", "timer", "info", false, ""},
		{all("leak/timer=on"), "leak", "timer", "info", false, "info"},
		{all("*/timer=error"), "leak", "timer", "info", false, "error"},
		{all("leak/timer=on", "leak=off"), "leak", "timer", "info", false, ""},
		{all("leak/exit=info"), "leak", "exit", "error", false, ""},
		{all("leak/exit=info"), "leak", "exit", "error", true, "info"},
		{all("leak/exit=info", "leak=error"), "leak", "exit", "error", false, "error"},
		{all("x/**:off"), "leak", "exit", "error", false, ""},
		{all("other:off"), "leak", "exit", "error", false, "error"},
		{all("x:leak=off,leak/exit=warning", "*=error"), "leak", "exit", "error", false, "warning"},
		{all("SA*=off"), "SA1", "", "warning", false, ""},
	} {
		r := demoRules()
		for _, s := range c.settings {
			if err := r.Add(s.text, "/repo", s.paths); err != nil {
				t.Fatal(err)
			}
		}
		dir, err := filepath.Abs("/repo/x/y/a.go")
		if err != nil {
			t.Fatal(err)
		}
		f := finding.Finding{Rule: c.rule, Category: c.name, Tier: c.tier, Start: finding.Position{File: dir}}
		got := ""
		if r.Judge(&f, c.info) {
			got = f.Tier
		}
		if got != c.want {
			t.Errorf("%v: %s/%s is %q, want %q", c.settings, c.rule, c.name, got, c.want)
		}
	}
}

func TestAddRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"leek=off":      "unknown rule leek, did you mean leak?",
		"timer=off":     "unknown rule timer, did you mean the category leak/timer?",
		"leak=no":       `leak is set to "no", did you mean off?`,
		"leak/exti=off": "unknown category leak/exti, did you mean leak/exit?",
		"nowhere=off":   "unknown rule nowhere: shutdownlint rules lists them",
		"leak=of":       `leak is set to "of", did you mean off?`,
		"leak=seldom":   `leak is set to "seldom": want one of off, on, error, warning, info`,
		"leak":          `"leak" is no setting of a rule: want PATTERN=VALUE`,
		"lea[=off":      `"lea[" is no pattern`,
	} {
		if err := demoRules().Add(text, ".", false); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %s", text, err, want)
		}
	}
	if err := demoRules().Add("examples", ".", true); err == nil || !strings.Contains(err.Error(), "want GLOB:PATTERN=VALUE or GLOB:VALUE") {
		t.Errorf("the error is %v", err)
	}
	if err := demoRules().Add(":off", ".", true); err == nil {
		t.Error("an empty glob was taken")
	}
	if err := demoRules().Add("/x/**:off", ".", true); err == nil || !strings.HasPrefix(err.Error(), "the glob /x/** begins at the root") {
		t.Errorf("the error is %v", err)
	}
}

func TestOffAndInformation(t *testing.T) {
	for text, want := range map[string][2]bool{
		"leak=off":                 {true, false},
		"leak/exit=off":            {false, false},
		"leak/*=off":               {true, false},
		"leak=off,leak/exit=on":    {false, true},
		"leak/timer=warning":       {false, true},
		"leak/timer=info":          {false, false},
		"*/hint=on":                {false, false},
		"leak=off,leak/timer=info": {false, false},
	} {
		r := demoRules()
		if err := r.Add(text, ".", false); err != nil {
			t.Fatal(err)
		}
		if got := [2]bool{r.Off("leak"), r.Information("leak")}; got != want {
			t.Errorf("%s: off and information are %v, want %v", text, got, want)
		}
	}
	r := demoRules()
	for _, s := range []string{"leak=off"} {
		if err := r.Add(s, ".", false); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Add("x:leak=on", ".", true); err != nil || r.Off("leak") {
		t.Errorf("a rule that is on in a folder is off everywhere: %v", err)
	}
}

func TestGlobs(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		glob, name string
		want       bool
	}{
		{"a", "a/b/c.go", true}, {"a", "ab/c.go", false}, {"a/", "a/c.go", true}, {"a/*.go", "a/c.go", true}, {"a/*.go", "a/b/c.go", false},
		{"a/**", "a/b/c.go", true}, {"**/x.go", "x.go", true}, {"**/x.go", "a/b/x.go", true}, {"**/x.go", "a/yx.go", false},
		{"**/gen/**", "a/gen/b/c.go", true}, {"?.go", "c.go", true}, {"?.go", "cc.go", false}, {"*", "a/b/c.go", true}, {"./a/c.go", "a/c.go", true},
		{"a+b", "a+b/c.go", true}, {"a+b", "aab/c.go", false},
	} {
		re, err := compileGlob(dir, c.glob)
		if err != nil {
			t.Fatal(err)
		}
		if got := re.MatchString(filepath.ToSlash(filepath.Join(dir, c.name))); got != c.want {
			t.Errorf("%s matches %s: %v", c.glob, c.name, got)
		}
	}
	re, err := compileGlob(filepath.Join(dir, "sub"), "../a")
	if err != nil || !re.MatchString(filepath.ToSlash(filepath.Join(dir, "a", "b.go"))) {
		t.Errorf("a glob beside the folder: %v", err)
	}
}
