package drivers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/driver/drivertest"
	"github.com/shutdownlint/shutdownlint/passes"
)

// nogoSources are the files of rules_go that nogo is built of (target nogo_srcs of go/tools/builders). A file for the rules is generated.
var nogoSources = []string{
	"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go118.go", "nogo_goversions_go121.go", "nogo_goversions_go122.go",
	"nogo_main.go", "nogo_version.go", "nolint.go",
}

// buildNogo builds the program that Bazel runs for each package, from rules_go's own sources and the settings that docs/drivers.md shows.
func buildNogo(t testing.TB) string {
	t.Helper()
	program := filepath.Join(bin, "nogo")
	if _, err := os.Stat(program); err == nil {
		return program
	}
	rules := strings.TrimSpace(command(t, ".", nil, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/bazelbuild/rules_go"))
	dir := filepath.Join(bin, "nogo.src")
	for _, name := range nogoSources {
		write(t, dir, name, read(t, filepath.Join(rules, "go", "tools", "builders", name)))
	}
	// The path lets it import internal packages of x/tools, as it does in Bazel.
	mod := strings.Replace(read(t, "go.mod"), "module "+published.Path+"/test/drivers", "module golang.org/x/tools/nogo", 1)
	mod = strings.Replace(mod, "=> ../..", "=> "+root, 1)
	write(t, dir, "go.mod", mod, "go.sum", read(t, "go.sum"), "rules.go", nogoRules(t))
	command(t, dir, []string{"GOFLAGS=-mod=mod"}, "go", "build", "-o", program, ".")
	return program
}

// nogoRules is the file that rules_go generates of the names of analyzers and their settings.
func nogoRules(t testing.TB) string {
	t.Helper()
	var settings map[string]struct {
		AnalyzerFlags map[string]string `json:"analyzer_flags"`
	}
	dec := json.NewDecoder(strings.NewReader(page(t, "nogo.json")))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&settings); err != nil {
		t.Fatal(err)
	}
	target := page(t, "BUILD.bazel")
	var imports, analyzers, configs strings.Builder
	for i, a := range passes.Analyzers() {
		if !strings.Contains(target, "//passes/"+a.Name+`"`) {
			t.Errorf("BUILD.bazel in docs/drivers.md has no dependency on %s", a.Name)
		}
		fmt.Fprintf(&imports, "\tp%d %q\n", i, published.Path+"/passes/"+a.Name)
		fmt.Fprintf(&analyzers, "\tp%d.Analyzer,\n", i)
	}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		fmt.Fprintf(&configs, "\t%q: {analyzerFlags: %#v},\n", name, settings[name].AnalyzerFlags)
	}
	return "package main\n\nimport (\n" + imports.String() + "\t\"golang.org/x/tools/go/analysis\"\n)\n\n" +
		"var analyzers = []*analysis.Analyzer{\n" + analyzers.String() + "}\n\n" +
		"var configs = map[string]config{\n" + configs.String() + "}\n\nconst debugMode = false\n"
}

// nogo runs that program as Bazel does: once for each package, dependencies first, with the facts of the direct imports.
func nogo(t testing.TB) drivertest.Driver {
	return drivertest.Driver{Name: "nogo", Findings: func(t testing.TB, dir string) []string {
		program := buildNogo(t)
		packages := exported(t, dir)
		facts := t.TempDir()
		file := func(path string) string { return filepath.Join(facts, strings.ReplaceAll(path, "/", "+")+".x") }
		var list []string
		for _, p := range packages {
			if p.Standard {
				continue
			}
			args := []string{"-p", p.ImportPath, "-importcfg", importConfig(t, packages, facts), "-x", file(p.ImportPath)}
			for _, imported := range p.Imports {
				if _, err := os.Stat(file(imported)); err == nil {
					args = append(args, "-fact", imported+"="+file(imported))
				}
			}
			for _, name := range p.GoFiles {
				args = append(args, filepath.Join(p.Dir, name))
			}
			list = append(list, diagnostics(t, dir, program, args)...)
		}
		slices.Sort(list)
		return slices.Compact(list)
	}}
}

// exportedPackage is a package as go list prints it.
type exportedPackage struct {
	ImportPath, Dir, Export string
	Standard                bool
	GoFiles, Imports        []string
}

// exported lists the packages of a folder and all they import, compiled, dependencies first.
func exported(t testing.TB, dir string) []exportedPackage {
	t.Helper()
	out := drivertest.Output(t, dir, "go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,Standard,GoFiles,Imports", "./...")
	var list []exportedPackage
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p exportedPackage
		if err := dec.Decode(&p); err == io.EOF {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// importConfig writes where the export data of each package is.
func importConfig(t testing.TB, packages []exportedPackage, dir string) string {
	t.Helper()
	var b strings.Builder
	for _, p := range packages {
		if p.Export != "" {
			fmt.Fprintf(&b, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	write(t, dir, "importcfg", b.String())
	return filepath.Join(dir, "importcfg")
}

// violation is a line of nogo's: place, message and analyzer.
var violation = regexp.MustCompile(`(?m)^(.+?:\d+:\d+: .+) \(\w+\)$`)

// diagnostics runs nogo for one package.
func diagnostics(t testing.TB, dir, program string, args []string) []string {
	t.Helper()
	out, code := outcome(t, dir, nil, program, args...)
	found := violation.FindAllStringSubmatch(out, -1)
	if (code == 0) != (len(found) == 0) || strings.Count(out, "\n") > len(found)+1 {
		t.Fatalf("nogo %s: exit code %d\n%s", args[1], code, out)
	}
	var list []string
	for _, m := range found {
		list = append(list, drivertest.Relative(dir, m[1]))
	}
	return list
}
