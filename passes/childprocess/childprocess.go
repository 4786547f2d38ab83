package childprocess

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports child processes that a stop kills too early, or leaves behind.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	for _, c := range p.Model.Children() {
		for _, f := range judge(c) {
			p.Report(f)
		}
	}
	for _, k := range p.Model.FirstKills() {
		f := finding("killed-on-signal", k.Site, "the first thing the child gets on the way out is SIGKILL, so its own clean-up never runs")
		f.Trace = k.Trace
		p.Report(f)
	}
	return nil
}

func finding(category string, at model.Site, format string, args ...any) report.Finding {
	return report.Finding{Category: category, Pos: at.Pos, End: at.End, Message: fmt.Sprintf(format, args...)}
}

// judge returns what is wrong with a child. Of one that code out of view holds, only what was seen is judged.
func judge(c model.Child) []report.Finding {
	var all []report.Finding
	if c.WithCtx && c.Collected && !c.WaitDelay && !c.Escapes {
		f := finding("no-wait-delay", c.Made, "the wait for the shell goes on after its ctx has killed it, until what it started ends: no WaitDelay")
		if !c.Script {
			f.Message, f.Tier = "if the child leaves children behind, the wait goes on after its ctx has killed it: no WaitDelay", ruledoc.Info
		}
		all = append(all, f)
	}
	if c.Start.Node == nil || c.Short {
		return all
	}
	all = append(all, leaderOnly(c)...)
	if c.Escapes {
		return all
	}
	if (c.SignalCtx || c.StopCtx) && !c.Cancel && !c.Piped {
		what := "the signal"
		if !c.SignalCtx {
			what = "the Stop method"
		}
		all = append(all, finding("killed-on-signal", c.Made, "%s kills the child at once, through its ctx, and its own clean-up never runs", what))
	}
	if c.Handled && c.Supervised && !c.Itself && !c.Group && !c.Attrs && !c.Terminal { // itself, it takes the signal, too
		all = append(all, finding("missing-setpgid", c.Start, "Ctrl-C reaches the child too and ends it while this program still drains: no Setpgid"))
	}
	if c.Orphaned && !c.WithCtx && !c.Group && !c.Attrs && !c.Terminal && !c.Piped {
		return append(all, finding("orphan", c.Start, "the signal ends this program and leaves the child running: nothing signals it or waits for it"))
	}
	if !c.Reaped && c.LivesOn {
		all = append(all, finding("zombie", c.Start, "the child is never waited for and stays a zombie as long as this program lives"))
	}
	return all
}

// leaderOnly returns the first signal that should end a child and what it has started, and reaches the child alone. A signal to the group
// elsewhere shows that the author knows of it; but where that can be ignored, the kill that follows has to reach the group too.
func leaderOnly(c model.Child) []report.Finding {
	var all []report.Finding
	group := slices.ContainsFunc(c.Kills, func(k model.ChildSignal) bool { return k.Group })
	for _, k := range c.Kills {
		if k.Group && k.Kills() || k.Group && k.Signal < 0 {
			return nil
		}
		if k.Ends() && !k.Undoes && (c.Group || c.Script) && len(all) == 0 && (!group || k.Kills()) && !k.Group {
			all = append(all, finding("leader-only", k.Site, "%s reaches only the child itself, and what it has started lives on", k.Site.Text))
		}
	}
	return all
}
