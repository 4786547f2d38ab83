package childprocess

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
)

//go:embed doc.go
var doc string

// Analyzer reports child processes that a stop kills too early, or leaves behind.
var Analyzer = report.NewAnalyzer(doc, run)

const kill = 9

func run(p *report.Pass) error {
	for _, c := range p.Model.Children() {
		for _, f := range judge(c) {
			p.Report(f)
		}
	}
	return nil
}

func judge(c model.Child) []report.Finding {
	var all []report.Finding
	at := func(category string, s model.Site, format string, args ...any) {
		all = append(all, report.Finding{Category: category, Pos: s.Pos, End: s.End, Message: fmt.Sprintf(format, args...)})
	}
	lives := c.Start.Node != nil && !c.Short
	if c.Script && c.WithCtx && c.Collected && !c.WaitDelay && !c.Escapes {
		at("no-wait-delay", c.Made, "the wait for the shell goes on after its ctx has killed it, until what it started ends: no WaitDelay")
	}
	if lives && c.SignalCtx && !c.Cancel && !c.Escapes {
		at("killed-on-signal", c.Made, "the signal kills the child at once, through its ctx, and its own clean-up never runs")
	}
	for _, k := range c.Kills {
		switch {
		case lives && k.First && k.Signal == kill:
			at("killed-on-signal", k.Site, "the first thing the child gets on the way out is SIGKILL, so its own clean-up never runs")
		case lives && !k.Group && k.Signal >= 0 && (c.Group || c.Script):
			at("leader-only", k.Site, "%s reaches only the child itself, and what it has started lives on", k.Site.Text)
		}
	}
	if lives && c.Handled && !c.Group && !c.Attrs && !c.Terminal && !c.Escapes && len(c.Kills) > 0 {
		at("missing-setpgid", c.Start, "Ctrl-C reaches the child too and ends it while this program still drains: no Setpgid")
	}
	if lives && !c.Reaped && !c.Escapes && c.LivesOn {
		at("zombie", c.Start, "the child is never waited for and stays a zombie as long as this program lives")
	}
	return all
}
