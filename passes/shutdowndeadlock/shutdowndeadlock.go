package shutdowndeadlock

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports shutdowns that wait for something that waits for them.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	at := func(category string, s model.Site, format string, args ...any) {
		p.Report(report.Finding{Category: category, Pos: s.Pos, End: s.End, Message: fmt.Sprintf(format, args...)})
	}
	for _, s := range p.Model.SelfStops() {
		p.Report(report.Finding{
			Category: "in-handler", Pos: s.Stop.Pos, End: s.Stop.End, Trace: s.Trace,
			Message: fmt.Sprintf("%s waits for the request whose handler (line %d) calls it", s.Stop.Text, s.Handler.Line),
		})
	}
	for _, w := range p.Model.EarlyWaits() {
		early(p, w)
	}
	for _, u := range p.Model.Undone() {
		at("missing-done", u.Leave, "goroutine returns without %s, so the wait at line %d never ends", u.Group, u.Wait.Line)
	}
	for _, o := range p.Model.Overcounts() {
		at("missing-done", o.Add, "%s counts what nothing counts down again, so the wait at line %d never ends", o.Add.Text, o.Wait.Line)
	}
	for _, b := range append(p.Model.PassedBys(), p.Model.RefusedStarts()...) {
		at("missing-done", b.Add, "a way leads from here past %s (line %d), so the wait at line %d never ends", b.Past.Text, b.Past.Line, b.Wait.Line)
	}
	for _, l := range p.Model.HeldLocks() {
		at("lock-held", l.Site, "%s waits under %s for a goroutine that takes this lock at line %d", word(l.Site), l.Lock.Text, l.Take.Line)
	}
	for _, w := range p.Model.ForeignWaits() {
		at("wrong-context", w.Wait, "%s is not the group's ctx, so the group hangs when %s (line %d) fails", w.Ctx, w.Serve.Text, w.Serve.Line)
	}
	return nil
}

func early(p *report.Pass, w model.EarlyWait) {
	f := report.Finding{Category: "wait-before-stop", Pos: w.Site.Pos, End: w.Site.End}
	switch w.Kind {
	case model.Worker:
		f.Message = fmt.Sprintf("%s waits for goroutines that end only by %s at line %d", word(w.Site), w.Release.Text, w.Release.Line)
	case model.Serving:
		f.Message = fmt.Sprintf("%s waits for the end of Serve, but %s comes only at line %d", word(w.Site), w.Release.Text, w.Release.Line)
	case model.Requests:
		f.Tier = ruledoc.Warning
		f.Message = fmt.Sprintf("%s waits for requests while the server takes new ones until %s at line %d", word(w.Site), w.Release.Text, w.Release.Line)
	}
	p.Report(f)
}

// word is the wait in the user's own words.
func word(s model.Site) string {
	if s.Call() == nil {
		return "receive from " + s.Text
	}
	return s.Text
}
