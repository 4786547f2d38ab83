package unbufferedsignal

import (
	_ "embed"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports signal channels that lose a signal.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	for _, r := range p.Model.Registrations() {
		switch {
		case r.Nil:
			p.Report(report.Finding{
				Category: "nil-channel", Pos: r.Site.Pos, End: r.Site.End, Trace: r.Trace,
				Message: fmt.Sprintf("%s gets a nil channel and panics", r.Site.Text),
			})
		case r.Cap == 0:
			unbuffered(p, r)
		case r.Cap == 1 && r.Reload && (len(r.Signals) > 1 || r.Every()):
			p.Report(report.Finding{Category: "shared-buffer", Pos: r.Site.Pos, End: r.Site.End, Trace: r.Trace, Message: shared(r)})
		}
	}
	return nil
}

func shared(r model.Registration) string {
	if r.Every() {
		return "one place for every signal, even the runtime's own SIGURG, so a stop signal can find it taken and be lost"
	}
	return fmt.Sprintf("one place for %d signals, so a stop signal that comes during a reload can be lost", len(r.Signals))
}

func unbuffered(p *report.Pass, r model.Registration) {
	f := report.Finding{
		Category: "unbuffered", Pos: r.Site.Pos, End: r.Site.End, Trace: r.Trace,
		Message: fmt.Sprintf("signal channel %s is unbuffered, so a signal that comes while nothing receives is lost", r.Name()),
	}
	if r.NextLine {
		f.Tier = ruledoc.Info
	}
	f.Fix = bufferOfOne(r.Channels)
	p.Report(f)
}

// bufferOfOne is the fix that gives every one of the channels a buffer of 1, or nil where one of them is made out of sight.
func bufferOfOne(channels []model.Site) *analysis.SuggestedFix {
	var edits []analysis.TextEdit
	for _, c := range channels {
		call := c.Call()
		if call == nil {
			return nil
		}
		one := report.SetArgument(call, 1, "1", "")
		if one == nil {
			return nil
		}
		edits = append(edits, one.TextEdits...)
	}
	return report.Fix("Give the channel a buffer of 1", edits...)
}
