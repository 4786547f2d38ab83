package unawaitedshutdown

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports programs that end while a server is still being stopped.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	for _, u := range p.Model.Unawaited() {
		f := report.Finding{
			Category: "early-return", Pos: u.Site.Pos, End: u.Site.End, Trace: u.Trace,
			Message: fmt.Sprintf("returns when %s does, before %s (line %d) has drained open requests", u.Site.Text, u.Stop.Text, u.Stop.Line),
		}
		if u.Told {
			f.Message = fmt.Sprintf("returns at the signal at which %s (line %d) begins to drain open requests", u.Stop.Text, u.Stop.Line)
		}
		if !u.Ends {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	for _, u := range p.Model.LateStops() {
		f := report.Finding{
			Category: "shutdown-in-goroutine", Pos: u.Site.Pos, End: u.Site.End, Trace: u.Trace,
			Message: fmt.Sprintf("nothing waits for %s (line %d), so open requests are cut when the function returns", u.Stop.Text, u.Stop.Line),
		}
		if !u.Ends {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	for _, h := range p.Model.UnawaitedHooks() {
		p.Report(report.Finding{
			Category: "register-on-shutdown", Pos: h.Site.Pos, End: h.Site.End,
			Message: fmt.Sprintf("Shutdown does not wait for this function, so what %s (line %d) is to save can be lost", h.Other.Text, h.Other.Line),
		})
	}
	for _, s := range p.Model.DroppedStops() {
		p.Report(report.Finding{
			Category: "stop-result-dropped", Pos: s.Pos, End: s.End,
			Message: fmt.Sprintf("%s only begins the stop; what it returns must be awaited, or running work is cut", s.Text),
		})
	}
	return nil
}
