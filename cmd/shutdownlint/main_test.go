package main

import (
	"go/ast"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/shutdownlint/shutdownlint/passes"
)

// The tests know three commands: shutdownlint; toylint, which is the same with one rule made for these tests; and stockcheck, the rules under
// the stock driver of x/tools.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"shutdownlint": func() { os.Exit(run(os.Args[1:], passes.Analyzers())) },
		"toylint":      func() { os.Exit(run(os.Args[1:], []*analysis.Analyzer{toy()})) },
		"factsize":     func() { os.Exit(factSize()) },
		"stockcheck":   func() { multichecker.Main(passes.Analyzers()...) },
	})
}

func TestScripts(t *testing.T) {
	cache := t.TempDir()
	if out, err := exec.Command("go", "env", "GOCACHE").Output(); err == nil {
		cache = strings.TrimSpace(string(out))
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("GOCACHE", cache)
			env.Setenv("GOFLAGS", "")
			env.Setenv("GOPROXY", "off")
			return nil
		},
		RequireExplicitExec: true,
	})
}

const toyDoc = `toyrule: find calls of Bang

A bang is loud.

# Category loud: error

It wakes people.

# Category hush: warning

It wakes cats.

# Not reported

Whispers.

# Limits

None.

# How to fix

Whisper.

# References

None.`

// toy is a rule with all that a rule can have: each call of a function Bang is a finding, of which those with an argument are only
// warnings and those with two are information. The fix of one with four takes the fixes of its arguments away.
func toy() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "toyrule",
		Doc:  toyDoc,
		URL:  "https://example.com/rules/toyrule",
	}
	info := a.Flags.Bool("info", false, "report information, too")
	a.Flags.Duration("grace", 0, "time to stop")
	a.Run = func(pass *analysis.Pass) (any, error) {
		for _, f := range pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "Bang" {
					bang(pass, call, *info)
				}
				return true
			})
		}
		return nil, nil
	}
	return a
}

func bang(pass *analysis.Pass, call *ast.CallExpr, info bool) {
	d := analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: "loud", Message: "a bang [toyrule/loud]",
		Related: []analysis.RelatedInformation{{Pos: pass.Files[0].Name.Pos(), Message: "in this package"}},
		SuggestedFixes: []analysis.SuggestedFix{{Message: "Whisper", TextEdits: []analysis.TextEdit{
			{Pos: call.Fun.Pos(), End: call.Fun.End(), NewText: []byte("whisper")},
		}}},
	}
	switch len(call.Args) {
	case 1:
		d.Category, d.Message = "hush", "a soft bang [toyrule/hush]"
		d.SuggestedFixes = nil
	case 2:
		if !info {
			return
		}
		d.URL = "?tier=info#loud"
		d.SuggestedFixes, d.Related = nil, nil
	}
	if len(call.Args) == 3 {
		panic("three is too many")
	}
	if len(call.Args) == 4 { // the whole call goes, with all fixes in it
		d.SuggestedFixes[0].TextEdits[0] = analysis.TextEdit{Pos: call.Pos(), End: call.End(), NewText: []byte("whisper()")}
	}
	pass.Report(d)
}
