package skippeddefer

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports ends of the process that lose what deferred calls were to save.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	for _, s := range p.Model.Skips() {
		p.Report(finding(s))
	}
	return nil
}

func finding(s model.Skip) report.Finding {
	f := report.Finding{Category: "exit", Pos: s.Site.Pos, End: s.Site.End, Trace: s.Trace}
	if s.Doubt {
		f.Tier = ruledoc.Warning
	}
	text := s.Site.Text
	switch s.Kind {
	case model.ByExit:
		f.Message = fmt.Sprintf("%s skips %s", text, skipped(s.Calls))
	case model.ByHandler:
		f.Message = fmt.Sprintf("%s ends the process at the signal that line %d takes to stop it gracefully", text, s.Other.Line)
	case model.ByDefer:
		f.Category = "deferred-exit"
		f.Message = fmt.Sprintf("the deferred %s skips %s", text, skipped(s.Calls))
	case model.InRequest:
		f.Message = fmt.Sprintf("%s in a request handler loses its answer and all other open requests", text)
	case model.InRequestBy:
		f.Category = "deferred-exit"
		f.Message = fmt.Sprintf("the deferred %s loses this handler's answer and all other open requests", text)
	case model.ByGoexit:
		f.Category = "goexit-main"
		f.Message = fmt.Sprintf("%s ends main's goroutine but not the process, which hangs or dies of a deadlock", text)
	case model.ByPanic:
		f.Category = "panic"
		f.Message = fmt.Sprintf("%s in this goroutine skips %s", text, skipped(s.Calls))
	case model.ByNoReturn:
		f.Category = "never-runs"
		f.Message = neverRuns(s)
	}
	return f
}

func neverRuns(s model.Skip) string {
	lost := s.Calls[0]
	if s.Site.Pos == lost.Site.Pos {
		return fmt.Sprintf("the deferred %s never runs: nothing after it comes to an end, so %s", lost.Site.Text, loss(lost.Word))
	}
	return fmt.Sprintf("a signal kills the process in %s, so the deferred %s (line %d) never runs", s.Site.Text, lost.Site.Text, lost.Site.Line)
}

// skipped names the deferred calls, or counts them where they are many.
func skipped(calls []model.Skipped) string {
	first := calls[0]
	if len(calls) == 1 {
		return fmt.Sprintf("the deferred %s (line %d): %s", first.Site.Text, first.Site.Line, loss(first.Word))
	}
	return fmt.Sprintf("%d deferred calls, %s (line %d) first: %s", len(calls), first.Site.Text, first.Site.Line, loss(first.Word))
}

// loss says what becomes of an effect that does not come about.
func loss(word string) string {
	switch word {
	case "flush":
		return "what it holds back is lost"
	case "commit":
		return "nothing is committed"
	case "unlock":
		return "the lock stays taken"
	case "unlink":
		return "the file stays"
	case "deregister":
		return "others still count on it"
	}
	return "open requests are cut"
}
