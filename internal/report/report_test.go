package report

import (
	"fmt"
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

const demoDoc = `// Package demo finds calls.
//
// # Analyzer demo
//
// demo: check calls
//
// They matter.
//
// # Category loud: error
//
// Text.
//
// # Category quiet: info
//
// Text.
//
// # Category bound: warning
//
// Text.
//
// # Category append: warning
//
// Text.
//
// # Category set: warning
//
// Text.
//
// # Not reported
//
// Text.
//
// # Limits
//
// Text.
//
// # How to fix
//
// Text.
//
// # References
//
// Text.
package demo
`

// demo reports each call of find under the category that its first argument names.
func demo() *analysis.Analyzer {
	return NewAnalyzer(demoDoc, func(p *Pass) error {
		for _, f := range p.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				name, ok := call.Fun.(*ast.Ident)
				if !ok || name.Name != "find" {
					return true
				}
				category, err := strconv.Unquote(call.Args[0].(*ast.BasicLit).Value)
				if err != nil {
					panic(err)
				}
				p.Report(Finding{Category: category, Pos: call.Pos(), End: call.End(), Message: "found", Fix: demoFix(p, category, call)})
				return true
			})
		}
		return nil
	})
}

func demoFix(p *Pass, category string, call *ast.CallExpr) *analysis.SuggestedFix {
	switch category {
	case "append":
		return SetArgument(call, 2, "1", "Add an argument")
	case "set":
		return SetArgument(call, 1, "1", "Set the argument")
	case "bound":
		names, edits, ok := p.Import(call.Pos(), "time", "context")
		if !ok {
			return nil
		}
		before, ok := p.InsertBefore(call, fmt.Sprintf("ctx := %s.Background()", names["context"]))
		if !ok {
			return nil
		}
		return Fix("Bound the call", append(edits, before, Replace(call, fmt.Sprintf("find(\"bound\", ctx, %s.Second)", names["time"])))...)
	}
	return nil
}

func TestFindings(t *testing.T) {
	t.Setenv("GOFLAGS", "")
	a := demo()
	for _, r := range analysistest.Run(t, analysistest.TestData(), a, "./findings", "./helpers", "./mocks/issuer", "./door", "./doortest", "./slow-test-server", "./contest") {
		for _, d := range r.Action.Diagnostics {
			if len(d.SuggestedFixes) > 0 && d.Category != "unused-ignore" {
				t.Errorf("%s: a fix in a file that cgo wrote", r.Action.Package.Fset.Position(d.Pos))
			}
		}
	}
	count := func() int {
		n := 0
		for _, r := range analysistest.Run(careless{}, analysistest.TestData(), a, "./findings") {
			n += len(r.Action.Diagnostics)
		}
		return n
	}
	base := count()
	for _, name := range []string{"info", "tests"} {
		if err := a.Flags.Set(name, "true"); err != nil {
			t.Fatal(err)
		}
		if got := count(); got <= base {
			t.Errorf("%d findings with -%s, %d without", got, name, base)
		}
		if err := a.Flags.Set(name, "false"); err != nil {
			t.Fatal(err)
		}
	}
}

// careless is a test that does not care.
type careless struct{}

func (careless) Errorf(string, ...any) {}

func TestEdits(t *testing.T) {
	t.Setenv("GOFLAGS", "")
	for _, r := range analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), demo(), "./edits") {
		for _, d := range r.Action.Diagnostics {
			if want := pages + "demo.md#" + d.Category; d.URL != want {
				t.Errorf("the URL of %s is %s, want %s", d.Category, d.URL, want)
			}
		}
	}
}

// bounder bounds each call of Shutdown.
func bounder() *analysis.Analyzer {
	return NewAnalyzer(demoDoc, func(p *Pass) error {
		for _, f := range p.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Shutdown" {
					fix := p.BoundContext(call, 20*time.Second)
					p.Report(Finding{Category: "bound", Pos: call.Pos(), End: call.End(), Message: "found", Fix: fix})
				}
				return true
			})
		}
		return nil
	})
}

func TestBoundContext(t *testing.T) {
	t.Setenv("GOFLAGS", "")
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), bounder(), "./bound")
}

func TestPageURL(t *testing.T) {
	for want, f := range map[string]Finding{
		"page.md#loud":                         {Category: "loud", Tier: ruledoc.Error},
		"page.md?tier=warning#loud":            {Category: "loud", Tier: ruledoc.Warning},
		"page.md?fix=unsafe#loud":              {Category: "loud", Tier: ruledoc.Error, Unsafe: true, Fix: Fix("Do it")},
		"page.md?fix=unsafe&tier=warning#loud": {Category: "loud", Tier: ruledoc.Warning, Unsafe: true, Fix: Fix("Do it")},
	} {
		if got := pageURL("page.md", f, ruledoc.Error); got != want {
			t.Errorf("%+v gives %s, want %s", f, got, want)
		}
	}
}

func TestReportRefuses(t *testing.T) {
	rule, err := ruledoc.Parse(demoDoc)
	if err != nil {
		t.Fatal(err)
	}
	for want, f := range map[string]Finding{
		"no such category": {Category: "other", Pos: 1, Message: "found"},
		"no position":      {Category: "loud", Message: "found"},
		"not one line":     {Category: "loud", Pos: 1, Message: "found\nit"},
	} {
		p := &Pass{Rule: rule}
		if p.Report(f); p.err == nil || !strings.Contains(p.err.Error(), want) {
			t.Errorf("the error is %v, want one with %q", p.err, want)
		}
	}
}

func FuzzParseIgnore(f *testing.F) {
	for _, text := range []string{"", "demo", "demo reason", "demo/loud,other a longer reason", "demo // want `x`", " , \t x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		names, reason := parseIgnore(text)
		if reason && len(strings.Fields(text)) < 2 || slices.Contains(names, "") {
			t.Errorf("%q gives %q, reason %v", text, names, reason)
		}
	})
}
