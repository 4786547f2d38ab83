package fatalserve

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports servers whose graceful stop kills the process.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	for _, s := range p.Model.FatalServes() {
		f := report.Finding{Category: "server-closed", Pos: s.Exit.Pos, End: s.Exit.End, Trace: s.Trace}
		f.Message = fmt.Sprintf("%s ends the process when %s is stopped, before the drain is over", s.Exit.Text, s.Serve.Text)
		switch {
		case s.Closed.Node != nil:
			f.Category = "listener-closed"
			f.Message = fmt.Sprintf("%s ends the process before the drain: %s (line %d) makes %s fail", s.Exit.Text, s.Closed.Text, s.Closed.Line, s.Serve.Text)
		case s.Awaited:
			f.Category = "exit-status"
			f.Message = fmt.Sprintf("%s makes a clean stop a failure: %s returns ErrServerClosed", s.Exit.Text, s.Serve.Text)
		}
		if s.Handed && !s.Awaited {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	return nil
}
