package unit

import (
	"fmt"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/sigchanyzer"
	"golang.org/x/tools/go/analysis/passes/waitgroup"
	"honnef.co/go/tools/analysis/facts/generated"
	"honnef.co/go/tools/analysis/lint"
	"honnef.co/go/tools/staticcheck/sa1016"
	"honnef.co/go/tools/staticcheck/sa1017"
	"honnef.co/go/tools/staticcheck/sa2000"
	"honnef.co/go/tools/staticcheck/sa5003"
)

// companion is a check of another tool that reports, in the simplest cases, what a category of ours does.
type companion struct {
	analyzer *analysis.Analyzer
	tool     string
	rule     string
	category string
}

// companions are all of them. Somebody who runs the other tool beside this one wants each defect once, and it is the real checks that know
// what they report.
var companions = []companion{
	{sigchanyzer.Analyzer, "vet", "unbufferedsignal", "unbuffered"},
	{waitgroup.Analyzer, "vet", "goroutineleak", "late-add"},
	{sa1016.Analyzer, "staticcheck", "signalset", "uncatchable"},
	{sa1017.Analyzer, "staticcheck", "unbufferedsignal", "unbuffered"},
	{sa2000.Analyzer, "staticcheck", "goroutineleak", "late-add"},
	{sa5003.Analyzer, "staticcheck", "skippeddefer", "never-runs"},
}

// Staticcheck are the names of the checks that the flag staticcheck adds.
func Staticcheck() []string {
	var names []string
	for _, c := range companions {
		if c.tool == "staticcheck" {
			names = append(names, c.analyzer.Name)
		}
	}
	return names
}

// Tools are those that may run beside shutdownlint.
var Tools = []string{"vet", "staticcheck", "golangci"}

// setBeside reads the value of a flag.
func (o *options) setBeside(text string) error {
	for tool := range strings.SplitSeq(text, ",") {
		if !slices.Contains(Tools, tool) {
			return fmt.Errorf("unknown value %s: want some of %s", tool, strings.Join(Tools, ", "))
		}
	}
	o.beside = text
	return nil
}

// runsBeside reports whether the tool of a companion runs as well, so that it speaks for itself. golangci-lint runs both by default.
func (o *options) runsBeside(c companion) bool {
	list := strings.Split(o.beside, ",")
	return slices.Contains(list, c.tool) || slices.Contains(list, "golangci")
}

// companions are those that the flags ask for.
func (o *options) companions() []companion {
	var list []companion
	for _, c := range companions {
		if o.runsBeside(c) || o.staticcheck && c.tool == "staticcheck" {
			list = append(list, c)
		}
	}
	return list
}

// parserMode leaves out what only companions need: vet's checks find declarations by the objects of the syntax tree.
func (o *options) parserMode() parser.Mode {
	if len(o.companions()) > 0 {
		return 0
	}
	return parser.SkipObjectResolution
}

// settle leaves each defect that we and a companion report to one of the two: to the companion if its tool runs as well, else to us. What
// a companion alone reports is shown only if it was asked for.
func (u *unit) settle(l *loaded, outcomes []*outcome) {
	for _, c := range u.options.companions() {
		theirs, ours := find(outcomes, c.analyzer.Name), find(outcomes, c.rule)
		if theirs == nil {
			continue
		}
		u.obey(l, outcomes, theirs)
		same := func(x, y analysis.Diagnostic) bool {
			return x.Category == c.category && covers(l.fset, x, y) || y.Category == c.category && covers(l.fset, y, x)
		}
		if u.options.runsBeside(c) {
			drop(ours, theirs, same)
			theirs.diagnostics = nil
			continue
		}
		drop(theirs, ours, same)
		for i := range theirs.diagnostics {
			d := &theirs.diagnostics[i]
			d.Category = ""
			d.Message = fmt.Sprintf("%s [%s]", d.Message, c.analyzer.Name)
			d.Related = nil
		}
	}
}

// find returns the outcome of an analyzer, or nil.
func find(outcomes []*outcome, name string) *outcome {
	i := slices.IndexFunc(outcomes, func(out *outcome) bool { return out.analyzer.Name == name })
	if i < 0 {
		return nil
	}
	return outcomes[i]
}

// drop removes the diagnostics of one outcome that are the same as one of the other.
func drop(from, other *outcome, same func(x, y analysis.Diagnostic) bool) {
	if from == nil || other == nil {
		return
	}
	from.diagnostics = slices.DeleteFunc(from.diagnostics, func(x analysis.Diagnostic) bool {
		return slices.ContainsFunc(other.diagnostics, func(y analysis.Diagnostic) bool { return same(x, y) })
	})
}

// covers reports whether the lines of one diagnostic hold the start of the other.
func covers(fset *token.FileSet, x, y analysis.Diagnostic) bool {
	start, end, at := fset.Position(x.Pos), fset.Position(max(x.End, x.Pos)), fset.Position(y.Pos)
	return start.Filename == at.Filename && start.Line <= at.Line && at.Line <= end.Line
}

// obey drops the diagnostics of a companion that its own tool would not show: those under a comment //lint:ignore and those in generated files.
func (u *unit) obey(l *loaded, outcomes []*outcome, theirs *outcome) {
	ignored := map[string]bool{}
	for _, d := range lint.ParseDirectives(l.files, l.fset) {
		if d.Command == "ignore" && len(d.Arguments) > 1 && slices.Contains(strings.Split(d.Arguments[0], ","), theirs.analyzer.Name) {
			at := l.fset.Position(d.Node.Pos())
			ignored[fmt.Sprintf("%s:%d", at.Filename, at.Line)] = true
		}
	}
	files := map[string]generated.Generator{}
	if g := find(outcomes, generated.Analyzer.Name); g != nil {
		files, _ = g.value.(map[string]generated.Generator)
	}
	theirs.diagnostics = slices.DeleteFunc(theirs.diagnostics, func(d analysis.Diagnostic) bool {
		at := l.fset.Position(d.Pos)
		_, isGenerated := files[l.fset.PositionFor(d.Pos, false).Filename]
		return isGenerated || ignored[fmt.Sprintf("%s:%d", at.Filename, at.Line)]
	})
}
