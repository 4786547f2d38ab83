package analysistest

import (
	"fmt"
	"go/ast"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/report"
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
// # Category fixed: error
//
// Text.
//
// # Category kept: error
//
// Text.
//
// # Category broken: error
//
// Text.
//
// # Category absent: error
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

// demo reports the calls of find: the first argument is the category, the second the message.
func demo(t *testing.T) *analysis.Analyzer {
	text := func(e ast.Expr) string {
		s, err := strconv.Unquote(e.(*ast.BasicLit).Value)
		if err != nil {
			t.Error(err)
		}
		return s
	}
	return report.NewAnalyzer(demoDoc, func(p *report.Pass) error {
		for _, f := range p.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 2 {
					return true
				}
				found := report.Finding{Category: text(call.Args[0]), Message: text(call.Args[1]), Pos: call.Pos(), End: call.End()}
				switch found.Category {
				case "fixed":
					found.Fix = report.Fix("Remove the call", report.Replace(call, fmt.Sprintf("_ = %q", found.Message)))
				case "kept":
					if before, ok := p.InsertBefore(call, "_, _ = 1, 2"); ok {
						found.Fix = report.Fix("Keep the call", before)
					}
				case "broken":
					found.Fix = report.Fix("Break the call", report.Replace(call, fmt.Sprintf("undeclared(%q)", found.Message)))
				}
				p.Report(found)
				return true
			})
		}
		return nil
	})
}

// recorder is a test that keeps what is wrong.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func (r *recorder) Error(args ...any) { r.errors = append(r.errors, fmt.Sprint(args...)) }

func TestRunFindsWhatIsWrong(t *testing.T) {
	r := &recorder{TB: t}
	Run(r, "testdata", demo(t))
	for _, want := range []string{
		"the message ends in a full stop: it ends so.",
		"a good sample wants a finding",
		"no sample wants a finding of the category absent",
		"orphan.go.golden: no fix changes its source",
		"with the fixes applied there is still: it stays",
		"undefined: undeclared",
	} {
		n := 0
		for _, e := range r.errors {
			if strings.Contains(e, want) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d errors with %q, want 1", n, want)
		}
	}
	if len(r.errors) != 6 {
		t.Errorf("%d errors, want 6:\n%s", len(r.errors), strings.Join(r.errors, "\n"))
	}
}

func TestRunSurvivesBrokenSamples(t *testing.T) {
	r := &recorder{TB: t}
	a := demo(t)
	a.Name, a.Doc = "broken", strings.Replace(a.Doc, "demo: ", "broken: ", 1)
	Run(r, "testdata", a)
	if got := strings.Join(r.errors, "\n"); !strings.Contains(got, "the samples cannot be run") {
		t.Errorf("the errors are %s", got)
	}
}
