// Package report turns what a pass found into a diagnostic: its range, category, message, trace, fix and page, unless the file is generated
// or a test, the tier is off, or an ignore directive covers it.
package report

import (
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"net/url"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// pages is where the rule pages are read.
const pages = "https://github.com/shutdownlint/shutdownlint/blob/main/docs/rules/"

// Pass is one run of a rule on one package.
type Pass struct {
	*analysis.Pass
	Model *model.Model
	Rule  *ruledoc.Rule

	ignores map[*ast.File][]ignore
}

// Finding is what a pass reports.
type Finding struct {
	Category string
	Pos, End token.Pos
	Message  string // without the rule and category, which Report appends
	Trace    []analysis.RelatedInformation
	Fix      *analysis.SuggestedFix
	Tier     ruledoc.Tier // lower than the category's own; zero for its own
}

// NewAnalyzer makes the analyzer of a rule from the source of its doc.go. Options are flags of the analyzer; run reads them through the
// pass. It panics if the text is incomplete, which no released binary can be.
func NewAnalyzer(source string, run func(*Pass) error) *analysis.Analyzer {
	rule, err := ruledoc.Parse(source)
	if err != nil {
		panic(err)
	}
	a := &analysis.Analyzer{
		Name:     rule.Name,
		Doc:      rule.Name + ": " + rule.Summary + "\n\n" + rule.Why,
		URL:      pages + rule.Name + ".md",
		Requires: []*analysis.Analyzer{model.Analyzer},
	}
	a.Flags.Init(rule.Name, flag.ContinueOnError)
	a.Flags.Bool("info", false, "report findings of the tier info too")
	a.Run = func(pass *analysis.Pass) (any, error) {
		m := pass.ResultOf[model.Analyzer].(*model.Model)
		if m.Skipped() {
			return nil, nil
		}
		return nil, run(&Pass{Pass: pass, Model: m, Rule: rule})
	}
	return a
}

// Report makes a diagnostic of the finding, or drops it where the user does not want it.
func (p *Pass) Report(f Finding) {
	c := p.Rule.Category(f.Category)
	if c == nil {
		panic(fmt.Sprintf("%s has no category %q", p.Rule.Name, f.Category))
	}
	tier := max(c.Tier, f.Tier)
	file := p.file(f.Pos)
	if file == nil || ast.IsGenerated(file) || p.isTest(f.Pos) || tier == ruledoc.Info && !p.Bool("info") || p.ignored(file, f) {
		return
	}
	d := analysis.Diagnostic{
		Pos: f.Pos, End: f.End, Category: f.Category, Related: f.Trace,
		Message: fmt.Sprintf("%s [%s/%s]", f.Message, p.Rule.Name, f.Category),
		URL:     pageURL(p.Rule.Name, f.Category, tier, c.Tier),
	}
	if f.Fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*f.Fix}
	}
	p.Pass.Report(d)
}

func pageURL(rule, category string, tier, own ruledoc.Tier) string {
	query := ""
	if tier != own {
		query = "?tier=" + tier.String()
	}
	return pages + rule + ".md" + query + "#" + category
}

// Tier reads the tier of a diagnostic from its URL: the one that it names, else the category's own.
func Tier(page string, rule *ruledoc.Rule, category string) ruledoc.Tier {
	if u, err := url.Parse(page); err == nil {
		if t, err := ruledoc.ParseTier(u.Query().Get("tier")); err == nil {
			return t
		}
	}
	if c := rule.Category(category); c != nil {
		return c.Tier
	}
	return ruledoc.Error
}

func (p *Pass) file(pos token.Pos) *ast.File {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			return f
		}
	}
	return nil
}

func (p *Pass) isTest(pos token.Pos) bool {
	return strings.HasSuffix(p.Fset.Position(pos).Filename, "_test.go")
}

// Bool returns the rule's flag of that name.
func (p *Pass) Bool(name string) bool { return p.flag(name).(bool) }

// Duration returns the rule's flag of that name.
func (p *Pass) Duration(name string) time.Duration { return p.flag(name).(time.Duration) }

func (p *Pass) flag(name string) any {
	return p.Analyzer.Flags.Lookup(name).Value.(flag.Getter).Get()
}
