package blockingsighandler

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports signal handlers that hang before the stop has begun.
var Analyzer = report.NewAnalyzer(doc, run)

func init() {
	Analyzer.Flags.Duration("grace", 0, "time the platform gives the process after the stop signal; 0 for unknown")
}

// longSleep is the pause that is worth knowing of.
const longSleep = 10 * time.Second

func run(p *report.Pass) error {
	grace := p.Duration("grace")
	if grace == 0 {
		p.Unjudged("long-sleep")
	}
	for _, d := range p.Model.Delays() {
		f := report.Finding{Pos: d.Site.Pos, End: d.Site.End, Trace: d.Trace}
		switch d.Kind {
		case model.WaitUnreleased:
			f.Category = "unbounded-wait"
			f.Message = fmt.Sprintf("%s waits, after the signal (line %d), for goroutines that nothing has told to stop", d.Site.Text, d.Signal.Line)
		case model.SendUnread:
			f.Category = "unbounded-wait"
			f.Message = fmt.Sprintf("the handler hangs on the send to %s, which nothing receives", d.Site.Text)
		case model.UnboundedIO:
			f.Category = "blocking-io"
			f.Message = fmt.Sprintf("%s waits for the %s without limit, between signal (line %d) and stop", d.Site.Text, nouns[d.On], d.Signal.Line)
		case model.Pause:
			known := grace > 0 && d.Sleep > grace
			if !known && d.Sleep < longSleep {
				continue
			}
			if !known {
				f.Tier = ruledoc.Info
			}
			f.Category = "long-sleep"
			f.Message = fmt.Sprintf("%s pauses %s between the signal and the stop", d.Site.Text, d.Sleep)
		}
		p.Report(f)
	}
	return nil
}

// nouns say what a blocking call waits for.
var nouns = map[string]string{
	"net": "network", "process": "child process", "stdin": "terminal", "file": "file lock", "db": "database", "forever": "peer",
}
