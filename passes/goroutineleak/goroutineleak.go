package goroutineleak

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports goroutines that a stop does not end.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	at := func(category string, s model.Site, format string, args ...any) {
		p.Report(report.Finding{Category: category, Pos: s.Pos, End: s.End, Message: fmt.Sprintf(format, args...)})
	}
	for _, s := range p.Model.StuckGoroutines() {
		switch {
		case s.Caller && s.Send:
			at("blocked-send", s.Site, "blocks for ever on the send to %s once the goroutine of line %d has ended at line %d", s.Site.Text, s.Spawn.Line, s.Leave.Line)
		case s.Caller:
			at("blocked-receive", s.Site, "blocks for ever on the receive from %s when the goroutine of line %d ends without the send", s.Site.Text, s.Spawn.Line)
		case s.Send:
			at("blocked-send", s.Site, "goroutine blocks for ever on the send to %s once the function returns at line %d", s.Site.Text, s.Leave.Line)
		default:
			at("blocked-receive", s.Site, "goroutine blocks for ever on the receive from %s once the function returns at line %d", s.Site.Text, s.Leave.Line)
		}
	}
	laterSends(p)
	for _, s := range p.Model.StoppedTimers() {
		at("blocked-receive", s.Site, "goroutine blocks for ever on %s when the timer is stopped at line %d: Stop does not close it", s.Site.Text, s.Stop.Line)
	}
	for _, r := range p.Model.OpenRanges() {
		if r.Stop.Pos.IsValid() {
			at("open-range", r.Site, "range over %s never ends: the Stop at line %d does not close it", r.Site.Text, r.Stop.Line)
		} else if r.Ticker {
			at("open-range", r.Site, "range over %s never ends, because Stop does not close it, and the goroutine is waited for", r.Site.Text)
		} else {
			at("open-range", r.Site, "range over %s never ends, because nothing closes it", r.Site.Text)
		}
	}
	for _, e := range p.Model.EndlessGoroutines() {
		f := report.Finding{Category: "no-exit", Pos: e.Spawn.Pos, End: e.Spawn.End, Message: "goroutine never ends, its loop has no way out, " + reasons[e.Why]}
		if e.Why != model.Awaited {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	breaks(p)
	for _, d := range p.Model.DeferredSpawns() {
		at("in-defer", d.Site, "goroutine starts as main returns and nothing waits for it, so its work is lost")
	}
	for _, n := range p.Model.NotAwaited() {
		at("not-awaited", n.Site, "main returns without a wait for this goroutine, so what %s (line %d) was to save is lost", n.Other.Text, n.Other.Line)
	}
	unjoined(p, at)
	lateAdds(p, at)
	for _, c := range p.Model.ClosedReceives() {
		at("closed-receive", c.Site, "loop receives from %s without ok and spins once it is closed at line %d", c.Site.Text, c.Other.Line)
	}
	for _, o := range p.Model.OldTimers() {
		at("old-timer", o.Site, "%s in a loop keeps every timer: this file's Go version does not collect them", o.Site.Text)
	}
	return nil
}

// breaks reports the breaks that leave less than they are meant to.
func breaks(p *report.Pass) {
	for _, b := range p.Model.BreaksInSelects() {
		if b.Closed == "" {
			p.Report(report.Finding{Category: "break-in-select", Pos: b.Site.Pos, End: b.Site.End, Message: fmt.Sprintf(
				"break leaves only the select, so the loop at line %d never ends", b.Loop.Line)})
			continue
		}
		p.Report(report.Finding{Category: "break-in-select", Pos: b.Site.Pos, End: b.Site.End, Tier: ruledoc.Warning, Message: fmt.Sprintf(
			"break leaves only the select, and the loop at line %d goes on when %s is closed", b.Loop.Line, b.Closed)})
	}
}

// laterSends reports the sends that block once the stop has come.
func laterSends(p *report.Pass) {
	for _, s := range p.Model.LeftSenders() {
		p.Report(report.Finding{Category: "blocked-send", Pos: s.Site.Pos, End: s.Site.End, Tier: ruledoc.Warning, Message: fmt.Sprintf(
			"blocks for ever on the send to %s once the loop of line %d has left on %s", s.Site.Text, s.Loop.Line, s.On.Text)})
	}
	for _, o := range p.Model.OverfullChannels() {
		p.Report(report.Finding{Category: "blocked-send", Pos: o.Site.Pos, End: o.Site.End, Tier: ruledoc.Warning, Message: fmt.Sprintf(
			"the channel has room for %d of %d sends, and its receiver (line %d) can leave without one", o.Room, o.Sends, o.Leave.Line)})
	}
}

// reasons say why an endless goroutine should end.
var reasons = map[model.EndlessWhy]string{
	model.Awaited: "and the shutdown waits for it",
	model.PerItem: "and one is started for each item",
	model.HasStop: "and its stop method does not end it",
	model.HasCtx:  "and the ctx at hand is not used",
}
