package report

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"

	"github.com/shutdownlint/shutdownlint/internal/nearest"
)

// An ignore is a comment that silences a finding in its line or in the line below:
//
//	//shutdownlint:ignore unbufferedsignal/unbuffered the only sender is our own test
//
// The category may be left out, and several rules may be named with commas between them. Without a reason the comment has no effect, and one
// that silences nothing is itself reported. Two other forms are understood: that of staticcheck, //lint:ignore RULE reason, which silences
// the line of the statement or declaration that it stands at, and that of golangci-lint, see nolint.go.
type ignore struct {
	pos, end    token.Pos
	file        string
	first, last int      // the lines silenced
	names       []string // rule, or rule/category; none in a nolint comment, which means all
	reason      bool
	flaw        string // what keeps it from having an effect, if its form does
	form        form
}

// form is whose comment it is.
type form int

const (
	ours form = iota
	lintForm
	nolintForm
)

// comments reads the ignores of a package once for all rules.
var comments = &analysis.Analyzer{
	Name:       "shutdownignores",
	Doc:        "shutdownignores: read the comments that silence findings",
	ResultType: reflect.TypeFor[[]*ignore](),
	Run: func(pass *analysis.Pass) (any, error) {
		list := readIgnores(pass.Fset, pass.Files)
		list = append(list, readLintIgnores(pass.Fset, pass.Files)...)
		return append(list, readNolints(pass.Fset, pass.Files)...), nil
	},
}

// known are the names of all rules, and categories the rule of each category, filled while the program starts.
var (
	known      []string
	categories = map[string]string{}
)

// ignored reports whether a comment silences the finding, and notes which names of which comments do.
func (p *Pass) ignored(f Finding) bool {
	at := p.Fset.Position(f.Pos)
	found := false
	for _, ig := range p.ignores() {
		if ig.file != at.Filename || at.Line < ig.first || at.Line > ig.last {
			continue
		}
		if ig.form == nolintForm {
			found = found || p.Bool("nolint")
			continue
		}
		for _, name := range ig.names {
			if ig.reason && ig.flaw == "" && (name == p.Rule.Name || name == p.Rule.Name+"/"+f.Category) {
				found = true
				p.used[use{ig, name}] = true
			}
		}
	}
	return found
}

// use is one name of an ignore.
type use struct {
	*ignore
	name string
}

func (p *Pass) ignores() []*ignore {
	list, _ := p.ResultOf[comments].([]*ignore)
	return list
}

// Unjudged says that this run cannot find these categories for want of a setting, so that comments which silence them are not called unused.
func (p *Pass) Unjudged(categories ...string) { p.unjudged = append(p.unjudged, categories...) }

// checkIgnores reports what is wrong with the comments that name this rule, after it ran.
func (p *Pass) checkIgnores() {
	for _, ig := range p.ignores() {
		if ig.form == nolintForm || p.drops(ig.pos) {
			continue
		}
		if len(ig.names) == 0 && p.answersFor("") {
			p.complain(ig, "bare-ignore", cmp.Or(ig.flaw, "the comment names no rule to ignore, so it has no effect"))
		}
		for _, name := range ig.names {
			category, message := p.judgeIgnore(ig, name)
			if message != "" {
				p.complain(ig, category, message)
			}
		}
	}
}

// judgeIgnore says what is wrong with one name of an ignore, if anything is, and if it is for this rule to say so.
func (p *Pass) judgeIgnore(ig *ignore, name string) (category, message string) {
	rule, sub, hasSub := strings.Cut(name, "/")
	switch {
	case rule != p.Rule.Name:
		if ig.form != ours || slices.Contains(known, rule) || !p.answersFor(rule) {
			return "", ""
		}
		if near := meant(rule); near != "" {
			return "unknown-ignore", fmt.Sprintf("the comment ignores %s, which is no rule: %s may be meant", name, near)
		}
		return "unknown-ignore", fmt.Sprintf("the comment ignores %s, which is no rule", name)
	case ig.flaw != "":
		return "bare-ignore", ig.flaw
	case hasSub && p.Rule.Category(sub) == nil:
		return "unknown-ignore", fmt.Sprintf("the comment ignores %s, but %s has no such category", name, rule)
	case !ig.reason:
		return "bare-ignore", fmt.Sprintf("the comment gives no reason to ignore %s, so it has no effect", name)
	case p.used[use{ig, name}] || !hasSub && len(p.unjudged) > 0 || slices.Contains(p.unjudged, sub):
		return "", ""
	}
	return "unused-ignore", fmt.Sprintf("the comment ignores %s, which reports nothing here", name)
}

// answersFor reports whether it is for this rule to complain of a name that no rule has: it is the nearest one, or the first of all.
func (p *Pass) answersFor(name string) bool {
	rule, _, _ := strings.Cut(meant(name), "/")
	return cmp.Or(rule, slices.Min(known)) == p.Rule.Name
}

// meant guesses what somebody meant by a name that no rule has: a rule, a category without its rule, or "" if nothing is near.
func meant(name string) string {
	if rule := categories[name]; rule != "" {
		return rule + "/" + name
	}
	return nearest.Name(name, known)
}

// complain reports a comment. It cannot be silenced.
func (p *Pass) complain(ig *ignore, category, message string) {
	c := p.Rule.Category(category)
	d := analysis.Diagnostic{
		Pos: ig.pos, End: ig.end, Category: category,
		Message: fmt.Sprintf("%s [%s/%s]", message, p.Rule.Name, category),
		URL:     pageURL(ignoring, Finding{Category: category, Tier: c.Tier}, c.Tier),
	}
	if category == "unused-ignore" && len(ig.names) == 1 {
		if fix := p.removal(ig); fix != nil && p.editable(fix) {
			d.SuggestedFixes = []analysis.SuggestedFix{*fix}
		}
	}
	p.Pass.Report(d)
}

// removal is the fix that takes a comment away, with its line if nothing else stands there. Drivers that do not hand out the source get none.
func (p *Pass) removal(ig *ignore) *analysis.SuggestedFix {
	file := p.Fset.File(ig.pos)
	if file == nil || p.ReadFile == nil {
		return nil
	}
	text, err := p.ReadFile(file.Name())
	start, end := file.Offset(ig.pos), file.Offset(ig.end)
	if err != nil || end > len(text) {
		return nil
	}
	for start > 0 && (text[start-1] == ' ' || text[start-1] == '\t') {
		start--
	}
	if (start == 0 || text[start-1] == '\n') && end < len(text) {
		for end < len(text) && text[end] != '\n' {
			end++
		}
		end = min(end+1, len(text))
	}
	return Fix("Remove the comment", analysis.TextEdit{Pos: file.Pos(start), End: file.Pos(end)})
}

// readIgnores reads the comments of our own form.
func readIgnores(fset *token.FileSet, files []*ast.File) []*ignore {
	var list []*ignore
	for _, f := range files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				at := fset.Position(c.Slash)
				ig := &ignore{pos: c.Slash, end: c.End(), file: at.Filename, first: at.Line, last: at.Line + 1}
				if ig.read(c) {
					list = append(list, ig)
				}
			}
		}
	}
	return list
}

// spaced is a comment that would be a directive but for the space in front.
var spaced = regexp.MustCompile(`^//[ \t]+shutdownlint:ignore[ \t]+(.*)`)

// read reads a comment and reports whether it is one of ours, or was meant to be.
func (ig *ignore) read(c *ast.Comment) bool {
	if d, ok := ast.ParseDirective(c.Slash, c.Text); ok && d.Tool == "shutdownlint" {
		ig.names, ig.reason = parseIgnore(d.Args)
		if d.Name != "ignore" {
			ig.flaw = fmt.Sprintf("the comment says shutdownlint:%s, which has no effect: shutdownlint:ignore may be meant", d.Name)
		}
		return true
	}
	if m := spaced.FindStringSubmatch(c.Text); m != nil {
		ig.names, ig.reason = parseIgnore(m[1])
		ig.flaw = "the comment has a space behind its slashes, so it has no effect"
		return slices.ContainsFunc(ig.names, func(name string) bool { // else it is prose
			rule, _, _ := strings.Cut(name, "/")
			return slices.Contains(known, rule)
		})
	}
	return false
}

// readLintIgnores reads the comments of staticcheck's form.
func readLintIgnores(fset *token.FileSet, files []*ast.File) []*ignore {
	var list []*ignore
	for _, d := range lint.ParseDirectives(slices.DeleteFunc(slices.Clone(files), withoutLint), fset) {
		if d.Command != "ignore" {
			continue
		}
		at := fset.Position(d.Node.Pos())
		ig := &ignore{
			pos: d.Directive.Slash, end: d.Directive.End(), file: at.Filename, first: at.Line, last: at.Line, form: lintForm,
		}
		ig.names, ig.reason = parseIgnore(strings.Join(d.Arguments, " "))
		if len(ig.names) > 0 {
			list = append(list, ig)
		}
	}
	return list
}

// withoutLint reports whether the file has no comment of staticcheck's. To find what a comment belongs to takes long, and most files have none.
func withoutLint(f *ast.File) bool {
	return !slices.ContainsFunc(f.Comments, func(group *ast.CommentGroup) bool {
		return slices.ContainsFunc(group.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//lint:") })
	})
}

// parseIgnore takes the names and the reason apart.
func parseIgnore(text string) (names []string, reason bool) {
	fields := strings.Fields(strings.ReplaceAll(text, ", ", ","))
	if len(fields) == 0 || strings.HasPrefix(fields[0], "//") {
		return nil, false
	}
	names = slices.DeleteFunc(strings.Split(fields[0], ","), func(name string) bool { return name == "" })
	return names, len(fields) > 1 && !strings.HasPrefix(fields[1], "//")
}
