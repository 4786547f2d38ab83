package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// load reads a text as a file of the folder cfg.
func load(t *testing.T, text string) ([]Setting, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("cfg", 0o777); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("cfg", Names[0])
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return Load(name, []string{"stop.grace"})
}

const full = `rules:
  "*": on
  stop/late: error
paths:
  examples/**: off
  x: {stop: info}
grace: 30s
info: true
tests: false
tags: [a, b]
knowledge: mine.txt
baseline: base.json
beside: [vet, golangci]
with-staticcheck: true
fail-on: warning
output: [text, sarif=out/x.sarif]
new-from-rev: HEAD~1
new-from-merge-base: main
exit-zero: false
path-base: ..
color: never
stats: true
stop.grace: 5s
deploy: {gateway: ./cmd/api}
`

func TestLoad(t *testing.T) {
	settings, err := load(t, full)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	seen := map[string]bool{}
	for _, s := range settings {
		got = append(got, fmt.Sprintf("%s -%s=%s", strings.TrimPrefix(filepath.ToSlash(s.Where), "cfg/.shutdownlint.yml:"), s.Flag, filepath.ToSlash(s.Value)))
		seen[s.Flag] = true
	}
	for key := range keys {
		if !seen[key] {
			t.Errorf("the sample does not set %s", key)
		}
	}
	want := []string{
		"2 -rules=*=on", "3 -rules=stop/late=error", "5 -paths=examples/**:*=off", "6 -paths=x:stop=info", "7 -grace=30s", "8 -info=true",
		"9 -tests=false", "10 -tags=a,b", "11 -knowledge=cfg/mine.txt", "12 -baseline=cfg/base.json", "13 -beside=vet", "13 -beside=golangci",
		"14 -with-staticcheck=true", "15 -fail-on=warning", "16 -output=text", "16 -output=sarif=cfg/out/x.sarif", "17 -new-from-rev=HEAD~1",
		"18 -new-from-merge-base=main", "19 -exit-zero=false", "20 -path-base=.", "21 -color=never", "22 -stats=true", "23 -stop.grace=5s", "24 -deploy=gateway=./cmd/api",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

var wrong = []struct{ text, want string }{
	{"grce: 30s", `:1: unknown key grce, did you mean grace?`},
	{"\ncompletely: 1", `:2: unknown key completely: want one of baseline, beside`},
	{"info: maybe", `:1: info: want true or false`},
	{"grace: [1s]", `:1: grace: want one value`},
	{"grace:", `:1: grace: want one value`},
	{"rules: [a]", `:1: rules: want a mapping`},
	{"rules:\n  a: {b: c}", `:2: a: want one of off, on`},
	{"paths:\n  x: [a]", `:2: paths x: want a mapping`},
	{"deploy: maybe", `:1: deploy: want true, false or a mapping`},
	{"deploy: {a: [b]}", `:1: deploy: want the package that a runs`},
	{"tags: [{a: b}]", `:1: tags: want a value or a list of values`},
	{"rules:\n  ? [a, b]\n  : off", `:2: rules: a key is not a word`},
	{"- a", `:1: the file: want a mapping`},
	{"a: b: c", `:1: mapping values are not allowed`},
	{"tests: true\n\ttests: 1", `:2: found`},
	{`baseline: ""`, `:1: baseline: the name is empty`},
	{"stop: off", `:1: unknown key stop: settings of rules stand below the key rules`},
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range append(wrong, struct{ text, want string }{"grace: 1s\ngrace: 2s", `:2: grace is already in line 1`},
		struct{ text, want string }{"grace: 1s\n---\ninfo: true", `: a second document`}) {
		_, err := load(t, c.text)
		if err == nil || !strings.Contains(filepath.ToSlash(err.Error()), "cfg/.shutdownlint.yml") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: the error is %v, want %s", c.text, err, c.want)
		}
	}
	_, err := load(t, "infoo: 1\ngracee: 2s\n")
	if err == nil || strings.Count(err.Error(), "did you mean") != 2 {
		t.Errorf("not all errors are told: %v", err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "repo", "a", "b")
	if err := os.MkdirAll(filepath.Join(dir, "repo", ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(deep, 0o777); err != nil {
		t.Fatal(err)
	}
	write := func(name string) string {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	find := func(want string) {
		t.Helper()
		if got, err := Find(deep); err != nil || got != want {
			t.Errorf("found %q, %v, want %q", got, err, want)
		}
	}
	write(".shutdownlint.yml")
	find("") // it is above the repository
	find(write("repo/.shutdownlint.yaml"))
	find(write("repo/a/.shutdownlint.yml"))
	write("repo/a/.shutdownlint.yaml")
	if _, err := Find(deep); err == nil || !strings.Contains(err.Error(), "keep one of the two") {
		t.Errorf("the error is %v", err)
	}
	// What cannot be read is found, and no file above it is read instead.
	for name, make := range map[string]func(string) error{
		"folder": func(name string) error { return os.Mkdir(name, 0o777) },
		"link":   func(name string) error { return os.Symlink("nowhere", name) },
	} {
		deep = filepath.Join(dir, "repo", name)
		if err := os.Mkdir(deep, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := make(filepath.Join(deep, ".shutdownlint.yml")); err != nil {
			t.Fatal(err)
		}
		find(filepath.Join(deep, ".shutdownlint.yml"))
	}
}

// TestSchema holds the schema to the reader: both know the same keys, take the same files and refuse the same.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	properties := doc.(map[string]any)["properties"].(map[string]any)
	if got, want := slices.Sorted(maps.Keys(properties)), slices.Sorted(maps.Keys(keys)); !slices.Equal(got, want) {
		t.Errorf("the schema knows %v, the reader %v", got, want)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("s.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("s.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text string) error {
		var v any
		if err := yaml.Unmarshal([]byte(text), &v); err != nil {
			return err
		}
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		return schema.Validate(instance)
	}
	for _, text := range []string{full, Template, uncommented(Template), "", "rules:"} {
		if err := valid(text); err != nil {
			t.Errorf("the schema refuses\n%s\n%v", text, err)
		}
		if _, err := load(t, text); err != nil {
			t.Errorf("the reader refuses\n%s\n%v", text, err)
		}
	}
	for _, c := range wrong {
		if valid(c.text) == nil {
			t.Errorf("the schema takes %q", c.text)
		}
	}
}

// uncommented is the template with all its examples in force.
func uncommented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "# ")
		if key, _, isKey := strings.Cut(rest, ":"); ok && (strings.HasPrefix(rest, " ") || isKey && knows(key)) {
			b.WriteString(rest)
		}
	}
	return b.String()
}

func knows(key string) bool {
	_, ok := keys[key]
	return ok
}

func TestTemplateShowsKeys(t *testing.T) {
	settings, err := load(t, uncommented(Template))
	if err != nil || len(settings) < 8 {
		t.Errorf("the template has %d examples, %v:\n%s", len(settings), err, uncommented(Template))
	}
}

// Whatever stands in the file, the errors name its lines, and what is taken can be set.
func FuzzParse(f *testing.F) {
	f.Add(full)
	f.Add(Template)
	for _, c := range wrong {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		settings, err := parse("f.yml", []byte(text), []string{"stop.grace"})
		if err != nil {
			for line := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(line, "f.yml:") {
					t.Errorf("%q: the error %q names no line", text, line)
				}
			}
			return
		}
		for _, s := range settings {
			if _, ok := keys[s.Flag]; !ok && s.Flag != "stop.grace" {
				t.Errorf("%q sets %s", text, s.Flag)
			}
		}
	})
}
