package noshutdowntimeout

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

// Analyzer reports graceful stops without a time limit.
var Analyzer = report.NewAnalyzer(doc, run)

func init() {
	Analyzer.Flags.Duration("grace", 0, "time the platform gives the process after the stop signal; 0 for unknown")
}

// shortest is the deadline below which a silent new connection alone makes Shutdown fail, https://go.dev/issue/22682.
const shortest = 6 * time.Second

// usual is the deadline that the fix gives: it leaves 10 of the 30 seconds of most platforms to what comes after.
const usual = 20 * time.Second

func run(p *report.Pass) error {
	grace := p.Duration("grace")
	if grace == 0 {
		p.Unjudged("over-grace")
	}
	for _, s := range p.Model.Stops() {
		if f, ok := judge(s, grace); ok {
			f.Pos, f.End, f.Trace = s.Site.Pos, s.Site.End, s.Trace
			if call := s.Site.Call(); f.Category == "no-deadline" && call != nil && (grace == 0 || grace > usual) {
				f.Fix, f.Unsafe = p.BoundContext(call, usual), true // a drain that takes longer is cut
			}
			p.Report(f)
		}
	}
	return nil
}

func judge(s model.Stop, grace time.Duration) (report.Finding, bool) {
	switch {
	case s.NilCtx:
		return finding("nil-context", "%s gets a nil ctx and panics when a request is open", s.Site.Text), true
	case s.Deadline == model.Certain && grace > 0 && s.Bound > 0 && s.Total > grace:
		return finding("over-grace", "%s may end after %s, but the process is killed %s after the signal", s.Site.Text, s.Total, grace), true
	case s.Deadline == model.Certain && s.Bound > 0 && s.Bound < shortest && s.Kind == "http" && !s.ReadsBounded:
		f := finding("short-deadline", "%s has only %s, but one silent connection takes 6s", s.Site.Text, s.Bound)
		if s.Fatal {
			f.Tier = ruledoc.Warning
		}
		return f, true
	case s.Bounded || s.Deadline != model.None:
		return report.Finding{}, false
	case s.Ignored != "":
		return finding("ignored-deadline", "%s waits without limit, because the function does not use %s", s.Site.Text, s.Ignored), true
	case s.Kind == "grpc":
		return finding("graceful-stop", "%s has no time limit and nothing calls Stop; one open stream keeps the process alive", s.Site.Text), true
	case s.Kind == "unknown":
		return report.Finding{}, false // only named like a stop: what it does with its ctx is not known
	}
	return finding("no-deadline", "%s waits without limit: its ctx has no deadline", s.Site.Text), true
}

func finding(category, format string, args ...any) report.Finding {
	return report.Finding{Category: category, Message: fmt.Sprintf(format, args...)}
}
