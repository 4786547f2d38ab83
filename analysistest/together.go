package analysistest

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// RunTogether runs the rules as one over the packages that the patterns name in the module in dir, such as ./apps/..., so that every finding
// of any rule must be wanted by a comment, and every comment met. Findings that are information only are left out, as they are by default.
func RunTogether(t testing.TB, dir string, rules []*analysis.Analyzer, patterns ...string) {
	t.Helper()
	dir = prepare(t, dir)
	results := analysistest.Run(t, dir, together(rules), patterns...)
	checkMessages(t, results)
	checkGood(t, results)
}

// together makes one analyzer of the rules.
func together(rules []*analysis.Analyzer) *analysis.Analyzer {
	all := &analysis.Analyzer{Name: "together", Doc: "together: run all rules as one"}
	seen := map[*analysis.Analyzer]bool{}
	for _, rule := range rules {
		for _, required := range rule.Requires {
			if !seen[required] {
				seen[required] = true
				all.Requires = append(all.Requires, required)
			}
		}
	}
	all.Run = func(pass *analysis.Pass) (any, error) {
		for _, rule := range rules {
			own := *pass
			own.Analyzer = rule
			if _, err := rule.Run(&own); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return all
}
