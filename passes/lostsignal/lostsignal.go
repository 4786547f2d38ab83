package lostsignal

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports stop signals that are taken and lost.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	for _, l := range p.Model.LostSignals() {
		f := report.Finding{Pos: l.Site.Pos, End: l.Site.End, Trace: l.Trace}
		f.Category, f.Message = say(l)
		if l.Kind == model.Unregistered && !l.Main {
			f.Tier = ruledoc.Warning
		}
		if l.Kind == model.LateStart || l.Kind == model.SecondSignal && l.Long {
			f.Tier = ruledoc.Warning
		}
		p.Report(f)
	}
	return nil
}

// say returns the category of a lost signal and what to say of it.
func say(l model.LostSignal) (category, message string) {
	switch l.Kind {
	case model.LateNotify:
		return "late-notify", fmt.Sprintf("%s comes behind %s (line %d), so no signal is ever taken", l.Site.Text, l.Other.Text, l.Other.Line)
	case model.LateStart:
		return "late-notify", fmt.Sprintf("%s takes requests, and a stop kills it, while %s (line %d) lasts", l.Server, l.Other.Text, l.Other.Line)
	case model.LoopGoesOn:
		return "swallowed", fmt.Sprintf("break leaves only the select: the loop (line %d) goes on, and no signal ends it", l.Other.Line)
	case model.NeverReceived:
		return "swallowed", fmt.Sprintf("%s takes the signal, and nothing waits for it, so it stops nothing", l.Site.Text)
	case model.OnlySaid:
		return "swallowed", fmt.Sprintf("%s takes the signal, and its receiver (line %d) stops nothing", l.Site.Text, l.Other.Line)
	case model.MainRests:
		return "swallowed", fmt.Sprintf("%s takes the signal, and nothing ends the process when its receiver (line %d) is done", l.Site.Text, l.Other.Line)
	case model.Shared:
		return "swallowed", fmt.Sprintf("one signal wakes only one receiver: this one or that in line %d", l.Other.Line)
	case model.KeptTaken:
		return "stop-dropped", fmt.Sprintf("%s still takes signals when its receiver (line %d) has ended, and swallows them", l.Site.Text, l.Other.Line)
	case model.OutlivesOwner:
		return "stop-dropped", fmt.Sprintf("%s goes on taking signals for the goroutine of line %d when its owner has been stopped", l.Site.Text, l.Other.Line)
	case model.Repeated:
		return "stop-dropped", fmt.Sprintf("%s registers one more channel each time round, and nothing calls signal.Stop", l.Site.Text)
	case model.AtInit:
		return "stop-dropped", fmt.Sprintf("%s in init takes the signal from every program that imports this package", l.Site.Text)
	case model.ClosedChannel:
		return "closed-channel", fmt.Sprintf("close of a channel that is still registered (line %d): the next signal panics", l.Other.Line)
	case model.Unregistered:
		return "unregistered", fmt.Sprintf("%s undoes the registration in line %d before its signal has come", l.Site.Text, l.Other.Line)
	case model.FatalReload:
		return "fatal-reload", fmt.Sprintf("%s ends the program when the reload (line %d) fails, with its requests open", l.Site.Text, l.Other.Line)
	}
	return "second-signal", fmt.Sprintf("a second signal is swallowed while %s (line %d) lasts", l.Other.Text, l.Other.Line)
}
