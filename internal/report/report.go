// Package report is how a rule speaks: it makes an analyzer of a rule's text and its question to the model, and a diagnostic of what the
// rule finds.
package report

import (
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/facts/generated"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// pages is where the pages of the rules are.
const pages = "https://github.com/shutdownlint/shutdownlint/blob/main/docs/rules/"

// ignoring is the page of the comments that silence findings.
const ignoring = "https://github.com/shutdownlint/shutdownlint/blob/main/docs/ignoring.md"

// Pass is one run of a rule over one package.
type Pass struct {
	*analysis.Pass
	Model *model.Model
	Rule  *ruledoc.Rule

	said     map[string]bool
	used     map[use]bool // the ignores that silenced something
	unjudged []string     // see Unjudged
	err      error        // what is wrong with the rule itself
}

// Finding is something that a rule has found.
type Finding struct {
	Category string
	Pos, End token.Pos
	Message  string // one line, without rule and category
	Trace    []analysis.RelatedInformation
	Fix      *analysis.SuggestedFix // nil for none
	Unsafe   bool                   // the fix may change what a program does that worked, so it is offered only where it can be told apart
	Tier     ruledoc.Tier           // zero for the category's own
}

// NewAnalyzer makes an analyzer of the source of a rule's doc.go and of what the rule does. It panics if the text is not a rule's text, which
// every start of the program would show. The flag info turns findings of that tier on, and the flag tests those in tests; nolint=false
// leaves comments of golangci-lint to golangci-lint. A rule adds flags of its own to Flags.
func NewAnalyzer(docGo string, run func(*Pass) error) *analysis.Analyzer {
	rule, err := ruledoc.Parse(docGo)
	if err != nil {
		panic(err)
	}
	a := &analysis.Analyzer{
		Name:     rule.Name,
		Doc:      rule.Doc,
		URL:      pages + rule.Name + ".md",
		Requires: []*analysis.Analyzer{model.Analyzer, generated.Analyzer, comments},
	}
	known = append(known, rule.Name)
	for _, c := range rule.Categories {
		categories[c.Name] = rule.Name
	}
	a.Flags.Init(rule.Name, flag.ContinueOnError)
	a.Flags.Bool("info", false, "report findings that are information only, too")
	a.Flags.Bool("tests", false, "report findings in _test.go files, too")
	a.Flags.Bool("nolint", true, "obey comments //nolint:shutdownlint")
	a.Flags.Bool("unsafe-fixes", false, "offer fixes as well that may change what a program does that worked")
	a.Run = func(pass *analysis.Pass) (any, error) {
		m := pass.ResultOf[model.Analyzer].(*model.Model)
		if m.Skipped() {
			return nil, nil
		}
		p := &Pass{Pass: pass, Model: m, Rule: rule, used: map[use]bool{}}
		if err := m.Alone(func() error { return run(p) }); err != nil || p.err != nil {
			return nil, errors.Join(err, p.err)
		}
		p.checkIgnores()
		return nil, nil
	}
	return a
}

// Bool returns the value of a flag of the rule.
func (p *Pass) Bool(name string) bool { return p.flag(name).(bool) }

// Duration returns the value of a flag of the rule.
func (p *Pass) Duration(name string) time.Duration { return p.flag(name).(time.Duration) }

func (p *Pass) flag(name string) any {
	return p.Analyzer.Flags.Lookup(name).Value.(flag.Getter).Get() // as every value that package flag declares
}

// Report reports a finding, unless it lies in a generated file or a test, or is information that nobody asked for, or is to be ignored. A
// finding that the rule's text does not know makes the run fail, since its page would not explain it.
func (p *Pass) Report(f Finding) {
	category := p.Rule.Category(f.Category)
	if err := check(f, category); err != nil {
		p.err = errors.Join(p.err, fmt.Errorf("rule %s, category %q: %w", p.Rule.Name, f.Category, err))
		return
	}
	if f.Tier == 0 {
		f.Tier = category.Tier
	}
	if p.drops(f.Pos) || p.ignored(f) || f.Tier == ruledoc.Info && !p.Bool("info") || p.repeats(f) {
		return
	}
	d := analysis.Diagnostic{
		Pos:      f.Pos,
		End:      f.End,
		Category: f.Category,
		Message:  fmt.Sprintf("%s [%s/%s]", f.Message, p.Rule.Name, f.Category),
		URL:      pageURL(p.Analyzer.URL, f, category.Tier),
		Related:  f.Trace,
	}
	if f.Fix != nil && p.editable(f.Fix) && (!f.Unsafe || p.Bool("unsafe-fixes")) {
		d.SuggestedFixes = []analysis.SuggestedFix{*f.Fix}
	}
	p.Pass.Report(d)
}

// repeats reports whether the same has been said of the same place: a cause can be met on several ways.
func (p *Pass) repeats(f Finding) bool {
	key := fmt.Sprint(f.Pos, f.Category)
	if p.said[key] {
		return true
	}
	if p.said == nil {
		p.said = map[string]bool{}
	}
	p.said[key] = true
	return false
}

// check says what keeps a finding from being reported at all.
func check(f Finding, category *ruledoc.Category) error {
	switch {
	case category == nil:
		return errors.New("the rule's text has no such category")
	case !f.Pos.IsValid():
		return fmt.Errorf("the finding %q has no position", f.Message)
	case f.Message == "" || strings.Contains(f.Message, "\n"):
		return fmt.Errorf("the message %q is not one line", f.Message)
	}
	return nil
}

// pageURL returns the address of the finding's category on a page. A tier other than the usual one, and that the fix is unsafe, is a query of
// it, where drivers that know nothing of these do no harm.
func pageURL(page string, f Finding, usual ruledoc.Tier) string {
	query := url.Values{}
	if f.Tier != usual {
		query.Set("tier", f.Tier.String())
	}
	if f.Fix != nil && f.Unsafe {
		query.Set("fix", "unsafe")
	}
	if len(query) > 0 {
		page += "?" + query.Encode()
	}
	return page + "#" + f.Category
}

// drops reports whether findings at this place are of no use: in a file that a generator will write again, or in a test when tests are off.
func (p *Pass) drops(pos token.Pos) bool {
	if !p.Bool("tests") && (strings.HasSuffix(p.Fset.Position(pos).Filename, "_test.go") || p.helpsTests(pos)) {
		return true
	}
	generator, ok := p.generator(pos)
	return ok && !(generator == generated.Cgo && p.moved(pos))
}

// generator returns what wrote the file at this place, if a generator did.
func (p *Pass) generator(pos token.Pos) (generated.Generator, bool) {
	files := p.ResultOf[generated.Analyzer].(map[string]generated.Generator)
	g, ok := files[p.Fset.PositionFor(pos, false).Filename]
	return g, ok
}

// moved reports whether a line directive says that the text at this place comes from another file. In what cgo writes this is the user's own.
func (p *Pass) moved(pos token.Pos) bool {
	return p.Fset.PositionFor(pos, false).Filename != p.Fset.PositionFor(pos, true).Filename
}

// editable reports whether all edits of a fix lie in files as they are on disk: offsets in what cgo writes are not those of the user's file.
func (p *Pass) editable(fix *analysis.SuggestedFix) bool {
	for _, e := range fix.TextEdits {
		if _, ok := p.generator(e.Pos); ok || p.moved(e.Pos) {
			return false
		}
	}
	return true
}

// file returns the file that holds the position, or nil.
func (p *Pass) file(pos token.Pos) *ast.File {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			return f
		}
	}
	return nil
}

// testFolders are words in the names of folders that hold what only tests use.
var testFolders = []string{"e2e", "mock", "mocks", "test", "testing", "tests", "testutil", "testutils"}

// helpsTests reports whether the file at this place, or most files of its package, use package testing, or the file starts a server of httptest, or
// the package is named for tests, or lies in a folder of the module that is: what tests of several packages share, and a check that is run as a program, is no
// part of a service.
func (p *Pass) helpsTests(pos token.Pos) bool {
	f := p.file(pos)
	switch {
	case f == nil:
		return false
	case slices.ContainsFunc(p.Model.Folders(), namedForTests):
		return true
	}
	helpers, all := 0, 0
	for _, other := range p.Files {
		if !strings.HasSuffix(p.Fset.Position(other.FileStart).Filename, "_test.go") {
			all++
			helpers += imports(other, "testing")
		}
	}
	return 2*helpers > all || imports(f, "testing") > 0 || imports(f, "net/http/httptest") > 0 && p.startsTestServer(f)
}

// namedForTests reports whether a word of the folder's name says that what it holds is for tests.
func namedForTests(folder string) bool {
	words := strings.FieldsFunc(folder, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	return slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains(testFolders, word) || strings.HasSuffix(word, "test") && !slices.Contains(ordinaryWords, word)
	})
}

// ordinaryWords end in test without being about tests.
var ordinaryWords = []string{"attest", "contest", "fastest", "greatest", "highest", "latest", "lowest", "protest", "smallest"}

// imports counts the imports of the package in the file.
func imports(f *ast.File, path string) int {
	n := 0
	for _, spec := range f.Imports {
		if spec.Path.Value == strconv.Quote(path) {
			n++
		}
	}
	return n
}

// startsTestServer reports whether the file calls NewServer, NewTLSServer or NewUnstartedServer of httptest. A recorder of the same package has its uses
// in programs.
func (p *Pass) startsTestServer(f *ast.File) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && strings.HasSuffix(sel.Sel.Name, "Server") {
			fn, ok := p.TypesInfo.Uses[sel.Sel].(*types.Func)
			found = found || ok && fn.Pkg() != nil && fn.Pkg().Path() == "net/http/httptest"
		}
		return !found
	})
	return found
}
