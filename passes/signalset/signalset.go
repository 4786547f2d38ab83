package signalset

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports registrations for the wrong signals.
var Analyzer = report.NewAnalyzer(doc, run)

const (
	sigkill = 9
	sigterm = 15
)

func run(p *report.Pass) error {
	for _, l := range p.Model.Lists() {
		f := report.Finding{Pos: l.Site.Pos, End: l.Site.End, Trace: l.Trace}
		switch {
		case l.Uncatchable != 0: // mostly SIGTERM is meant, so the absence of that is the same mistake
			uncatchable(p, l, f)
		case l.NoTerm:
			f.Category, f.Fix = "no-sigterm", addTerm(p, l)
			f.Message = "the program takes SIGINT but not SIGTERM, so a stop by its supervisor kills it at once"
			if l.Library {
				f.Tier, f.Message = ruledoc.Warning, "this stop waits for SIGINT but not SIGTERM, so a supervisor's stop kills the program at once"
			}
			p.Report(f)
		case l.Unsorted:
			f.Category = "every-signal"
			f.Message = fmt.Sprintf("%s has no list, so any signal stops the program, even the runtime's own SIGURG", l.Site.Text)
			p.Report(f)
		case l.Quit:
			f.Category = "quit-taken"
			f.Message = fmt.Sprintf("%s takes SIGQUIT, so a drain that hangs can no longer be dumped", l.Site.Text)
			p.Report(f)
		}
	}
	return nil
}

// uncatchable reports a signal that the kernel keeps to itself, at the argument where that is written in the call.
func uncatchable(p *report.Pass, l model.Listed, f report.Finding) {
	name := "SIGSTOP"
	if l.Uncatchable == sigkill {
		name = "SIGKILL"
	}
	f.Category, f.Message = "uncatchable", fmt.Sprintf("%s lists %s, which no program can take", l.Site.Text, name)
	if arg := l.Element(p.Pass, l.Uncatchable); arg != nil {
		f.Pos, f.End = arg.Pos(), arg.End()
		f.Fix = withoutSignal(p, l, arg.Pos())
	}
	p.Report(f)
}

// withoutSignal is the fix that drops the argument at pos, or puts SIGTERM in its place where nothing lists that.
func withoutSignal(p *report.Pass, l model.Listed, pos token.Pos) *analysis.SuggestedFix {
	call := l.Site.Call()
	i := slices.IndexFunc(call.Args, func(a ast.Expr) bool { return a.Pos() == pos })
	if !p.Spared(call.Args[i]) {
		return nil // its package would be imported for nothing
	}
	if slices.Contains(l.Signals.Numbers, sigterm) {
		cut := analysis.TextEdit{Pos: call.Args[i-1].End(), End: call.Args[i].End()}
		return report.Fix("Drop the signal that cannot be taken", cut)
	}
	names, edits, ok := p.Import(pos, "syscall")
	if !ok {
		return nil
	}
	return report.Fix("Take SIGTERM instead", append(edits, report.Replace(call.Args[i], names["syscall"]+".SIGTERM"))...)
}

// addTerm is the fix that adds SIGTERM to a list that is written in the call.
func addTerm(p *report.Pass, l model.Listed) *analysis.SuggestedFix {
	call := l.Site.Call()
	if call == nil || call.Ellipsis.IsValid() || len(call.Args) < 2 || len(l.Trace) > 0 || l.Compared {
		return nil
	}
	names, edits, ok := p.Import(call.Pos(), "syscall")
	last := report.SetArgument(call, len(call.Args), names["syscall"]+".SIGTERM", "")
	if !ok || last == nil {
		return nil
	}
	return report.Fix("Take SIGTERM too", append(edits, last.TextEdits...)...)
}
