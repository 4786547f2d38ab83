package unit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"
)

// The test binary is the vet tool of its own tests: it runs the analyzers below when the go command calls it.
func TestMain(m *testing.M) {
	if Asked(os.Args[1:]) {
		os.Exit(Main(os.Args[1:], []*analysis.Analyzer{boom, crash, looks}, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// reaches says which way a function comes to one called Boom.
type reaches struct{ Way []string }

// AFact marks it as a fact.
func (*reaches) AFact() {}

// weight counts the functions that come to Boom, in this package and those it imports.
type weight struct{ N int }

// AFact marks it as a fact.
func (*weight) AFact() {}

// ways is a fact analyzer: its facts cross packages, and reach methods of types and fields of imports of imports.
var ways = &analysis.Analyzer{
	Name: "ways", Doc: "ways: find the functions that come to Boom",
	FactTypes:  []analysis.Fact{new(reaches), new(weight)},
	ResultType: reflect.TypeFor[map[*ast.CallExpr][]string](),
	Run: func(pass *analysis.Pass) (any, error) {
		calls := map[*ast.CallExpr][]string{}
		sum := weight{}
		for _, imp := range pass.Pkg.Imports() {
			var w weight
			if pass.ImportPackageFact(imp, &w) {
				sum.N += w.N
			}
		}
		for _, file := range pass.Files {
			for _, decl := range file.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok {
					continue
				}
				ast.Inspect(fn, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if !ok {
						return true
					}
					if way := wayOf(pass, call); way != nil {
						calls[call] = way
						sum.N++
						pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name], &reaches{append([]string{fn.Name.Name}, way...)})
					}
					return true
				})
			}
		}
		if sum.N > 0 {
			pass.ExportPackageFact(&sum)
		}
		return calls, nil
	},
}

func wayOf(pass *analysis.Pass, call *ast.CallExpr) []string {
	var id *ast.Ident
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return nil
	}
	fn, ok := pass.TypesInfo.Uses[id].(*types.Func)
	if !ok {
		return nil
	}
	var fact reaches
	if pass.ImportObjectFact(fn.Origin(), &fact) {
		return fact.Way
	}
	if fn.Name() == "Boom" {
		return []string{"Boom"}
	}
	return nil
}

var boom = &analysis.Analyzer{
	Name: "boom", Doc: "boom: report ways to Boom", URL: "https://example.com/boom",
	Requires: []*analysis.Analyzer{ways},
	Run: func(pass *analysis.Pass) (any, error) {
		var w weight
		pass.ImportPackageFact(pass.Pkg, &w)
		for call, way := range pass.ResultOf[ways].(map[*ast.CallExpr][]string) {
			pass.Report(analysis.Diagnostic{
				Pos: call.Pos(), End: call.End(), Category: "far",
				Message: fmt.Sprintf("%s (%d) [boom/far]", strings.Join(way, " "), w.N),
				SuggestedFixes: []analysis.SuggestedFix{{Message: "Remove it", TextEdits: []analysis.TextEdit{
					{Pos: call.Pos(), End: call.End(), NewText: []byte("print()")},
				}}},
			})
		}
		return nil, nil
	},
}

var crash = &analysis.Analyzer{
	Name: "crash", Doc: "crash: panic on a package called broken",
	Run: func(pass *analysis.Pass) (any, error) {
		if pass.Pkg.Name() == "broken" {
			panic("as asked")
		}
		return nil, nil
	},
}

const modules = `
-- go.mod --
module example.com/m

go 1.26
-- base/base.go --
package base

type Box[T any] struct{ v T }

func (b *Box[T]) Get() T { Boom(); return b.v }

func Boom() {}
-- mid/mid.go --
package mid

import "example.com/m/base"

type Holder struct{ B base.Box[int] }

func Quiet() {}
-- top/top.go --
package main

import "example.com/m/mid"

func main() {
	var h mid.Holder
	h.B.Get()
	mid.Quiet()
}
-- tested/tested.go --
package tested

import "example.com/m/base"

func F() { base.Boom() }
-- tested/tested_test.go --
package tested

func g() { undefined() }
-- onlytests/a_test.go --
package onlytests

var x = undefined
-- user/user.go --
package user

import "example.com/m/tested"

var F = tested.F
`

// module writes the files into a new folder.
func module(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(text)).Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// vet runs go vet with the tool and returns its findings as "file:line message" and what it said else.
func vet(t *testing.T, dir string, args ...string) (findings []string, stderr string) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + os.Args[0], "-json"}, args...)...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	runErr := cmd.Run()
	dec := json.NewDecoder(&out)
	for dec.More() {
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		for _, unit := range tree {
			for name, raw := range unit {
				var list []Diagnostic
				if json.Unmarshal(raw, &list) != nil {
					findings = append(findings, name+" failed: "+string(raw))
				}
				for _, d := range list {
					rel, _ := filepath.Rel(dir, d.Posn)
					findings = append(findings, rel+" "+d.Message+" "+d.URL)
				}
			}
		}
	}
	slices.Sort(findings)
	if runErr != nil && errs.Len() == 0 {
		t.Fatal(runErr)
	}
	return findings, errs.String()
}

func TestFactsCrossPackages(t *testing.T) {
	got, stderr := vet(t, module(t, modules), "./...")
	// A method of a generic type is known two imports away, through the field that leads to it. tested appears twice: it is imported, and
	// the go command hands over its test variant; its test file does not type-check and is not read.
	want := []string{
		"base/base.go:5:28 Boom (1) [boom/far] https://example.com/boom#far",
		"tested/tested.go:5:12 Boom (2) [boom/far] https://example.com/boom#far",
		"top/top.go:7:2 Get Boom (2) [boom/far] https://example.com/boom#far",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), stderr)
	}
}

// TestNamedLater holds against the go command's cache, which does not tell a unit that was only imported from one that was named.
func TestNamedLater(t *testing.T) {
	dir := module(t, modules)
	vet(t, dir, "./top")
	got, _ := vet(t, dir, "./base")
	if len(got) != 1 {
		t.Errorf("base has %d findings after it was only imported, want 1: %v", len(got), got)
	}
}

func TestSelection(t *testing.T) {
	dir := module(t, modules)
	if got, _ := vet(t, dir, "-boom=false", "./..."); len(got) != 0 {
		t.Errorf("-boom=false still finds %v", got)
	}
	if got, _ := vet(t, dir, "-boom", "./..."); len(got) != 3 {
		t.Errorf("-boom finds %v", got)
	}
}

func TestTests(t *testing.T) {
	if _, stderr := vet(t, module(t, modules), "-tests", "./tested"); !strings.Contains(stderr, "undefined: undefined") {
		t.Errorf("-tests does not read test files: %q", stderr)
	}
}

func TestPanic(t *testing.T) {
	got, _ := vet(t, module(t, modules+"-- broken/b.go --\npackage broken\n\nfunc F() { Boom() }\n\nfunc Boom() {}\n"), "./broken")
	if len(got) != 2 || !strings.Contains(got[1], "internal error: crash panicked on example.com/m/broken: as asked") {
		t.Errorf("got %v", got)
	}
}

func TestFix(t *testing.T) {
	dir := module(t, modules)
	for range 2 { // the second time from the cache
		cmd := exec.Command("go", "vet", "-vettool="+os.Args[0], "-fix", "./base")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "base/base.go"))
	if err != nil || !strings.Contains(string(text), "print()") {
		t.Errorf("not fixed: %s %v", text, err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "tested/tested.go")); strings.Contains(string(text), "print()") {
		t.Error("a package that was not named was changed")
	}
}

func TestBadUnits(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nimport \"fmt\"\n\nfunc F() { fmt.Println() }\n-- b.go --\npackage b\n")
	for _, c := range []struct {
		cfg  Config
		want string
	}{
		{Config{GoFiles: []string{"a.go"}, GoVersion: "go1.99"}, "but the code needs go1.99: rebuild it with that Go"},
		{Config{GoFiles: []string{"a.go"}, ImportMap: map[string]string{"fmt": "fmt"}}, "gives no export data of fmt; shutdownlint was built with go"},
		{Config{GoFiles: []string{"missing.go"}}, "missing.go"},
		{Config{GoFiles: []string{"b.go"}, PackageVetx: map[string]string{"x": "old.vetx"}}, ""},
	} {
		c.cfg.ID, c.cfg.ImportPath, c.cfg.VetxOutput = "example.com/a", "example.com/a", filepath.Join(dir, "out.vetx")
		c.cfg.GoFiles[0] = filepath.Join(dir, c.cfg.GoFiles[0])
		for path, name := range c.cfg.PackageVetx {
			c.cfg.PackageVetx[path] = filepath.Join(dir, name)
		}
		if err := os.WriteFile(filepath.Join(dir, "old.vetx"), []byte("sdlf\x00 facts of another version"), 0o666); err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(c.cfg)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, "unit.cfg")
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		code := Main([]string{"-json", name}, []*analysis.Analyzer{boom}, &out, &errs)
		if (code != 0) != (c.want != "") || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%v: exit %d, %q, want %q", c.cfg.GoFiles, code, errs.String(), c.want)
		}
	}
}
