package cancelledshutdown

import (
	_ "embed"
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports graceful stops that get a ctx which has already ended.
var Analyzer = report.NewAnalyzer(doc, run)

// reasons say, for each way a ctx ends, how that reads in the message.
var reasons = map[string]string{
	"done":   "after it ended (line %d)",
	"cancel": "after its cancel (line %d)",
	"group":  "after the wait that ends it (line %d)",
}

func run(p *report.Pass) error {
	for _, s := range p.Model.DeadStops() {
		f := report.Finding{Category: "signal-context", Pos: s.Site.Pos, End: s.Site.End, Trace: s.Trace}
		switch s.How {
		case "base":
			f.Category = "base-context"
			f.Message = fmt.Sprintf("the signal cancels every request that %s waits for: BaseContext returns its ctx", s.Site.Text)
		case "left":
			f.Message = fmt.Sprintf("nothing waits for %s, and its ctx is cancelled (line %d) when this function returns", s.Site.Text, s.Ended.Line)
		case "early":
			f.Category = "early-timeout"
			f.Fix = revive(p, s)
			f.Message = fmt.Sprintf("%s gets a timeout that started before the signal (line %d), so open requests are cut at once", s.Site.Text, s.Ended.Line)
		default:
			f.Fix = revive(p, s)
			f.Message = fmt.Sprintf("%s gets its ctx "+reasons[s.How]+", so open requests are cut at once", s.Site.Text, s.Ended.Line)
		}
		if s.Kind == "unknown" {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	return nil
}

// usual is the time that the fix gives: it leaves 10 of the 30 seconds of most platforms to what comes after.
const usual = 20 * time.Second

// revive is the fix where the stop itself is what gets the ctx.
func revive(p *report.Pass, s model.DeadStop) *analysis.SuggestedFix {
	call := s.Site.Call()
	if call == nil {
		return nil
	}
	return p.ReviveContext(call, usual)
}
