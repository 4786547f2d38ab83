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
		if !u.Ends {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	return nil
}
