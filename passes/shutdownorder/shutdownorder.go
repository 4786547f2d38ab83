package shutdownorder

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports steps of a shutdown that come in the wrong order.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	at := func(category string, s model.Site, format string, args ...any) {
		p.Report(report.Finding{Category: category, Pos: s.Pos, End: s.End, Message: fmt.Sprintf(format, args...)})
	}
	for _, c := range p.Model.EarlyCloses() {
		verb, who := "comes before", "requests"
		if c.Beside {
			verb = "runs beside"
		}
		if c.Workers {
			who = "goroutines"
		}
		f := report.Finding{Category: "store-before-server", Pos: c.Site.Pos, End: c.Site.End}
		f.Message = fmt.Sprintf("%s %s %s (line %d), whose %s still use it", c.Site.Text, verb, c.User.Text, c.User.Line, who)
		if c.Guess {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	for _, c := range p.Model.UnsafeCloses() {
		f := report.Finding{Category: "send-on-closed", Pos: c.Site.Pos, End: c.Site.End}
		switch {
		case c.Twice:
			f.Message = fmt.Sprintf("this close and the one at line %d close the same channel, and the second panics", c.Other.Line)
		case c.Sender != "":
			f.Tier = ruledoc.Warning
			f.Message = fmt.Sprintf("a call of %s after this close sends on the closed channel and panics", c.Sender)
		default:
			f.Message = fmt.Sprintf("goroutine still sends on the channel at line %d, and panics once it is closed here", c.Other.Line)
		}
		p.Report(f)
	}
	for _, c := range p.Model.ClosedAnswers() {
		at("send-on-closed", c.Site, "the function can return before the send at line %d, which panics once this has closed", c.Other.Line)
	}
	for _, r := range p.Model.RepeatedStops() {
		at("send-on-closed", r.Site, "%s comes after %s at line %d and closes its channel again, which panics", r.Site.Text, r.Other.Text, r.Other.Line)
	}
	for _, l := range p.Model.LateFlushes() {
		if l.Span {
			at("close-before-flush", l.Flush, "%s comes after %s (line %d), so the span is lost", l.Flush.Text, l.Close.Text, l.Close.Line)
		} else {
			at("close-before-flush", l.Flush, "%s comes after %s (line %d), so what the buffer holds is lost", l.Flush.Text, l.Close.Text, l.Close.Line)
		}
	}
	for _, r := range p.Model.Reuses() {
		at("reused-server", r.Serve, "%s returns at once, because %s at line %d has stopped this server", r.Serve.Text, r.Stop.Text, r.Stop.Line)
	}
	for _, u := range p.Model.EarlyUnlocks() {
		at("lock-before-work", u.Unlock, "%s gives up the lock before %s (line %d) has waited for the work", u.Unlock.Text, u.Wait.Text, u.Wait.Line)
	}
	for _, l := range p.Model.LostStops() {
		if l.List != "" {
			at("lost-stop", l.Site, "%s is overwritten with another list, so the stop functions in it are never called", l.List)
		} else {
			at("lost-stop", l.Site, "the literal of line %d calls what is assigned here, so what it was to stop never is", l.Used.Line)
		}
	}
	return nil
}
