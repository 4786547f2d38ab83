package goroutineleak

import (
	"go/token"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
)

// unjoined reports the goroutines of a type, or of a function that runs until its ctx ends, whose last work nothing waits for.
func unjoined(p *report.Pass, at func(string, model.Site, string, ...any)) {
	told := map[token.Pos]bool{} // the stops that are said to miss a wait
	for _, u := range append(p.Model.TornDown(), p.Model.TornDownVariables()...) {
		told[u.Stop.Pos] = true
		at("not-awaited", u.Site, "%s (line %d) tears down %s without a wait for this goroutine, which uses it", u.Stop.Text, u.Stop.Line, u.Field)
	}
	for _, u := range p.Model.TornDownAbove() {
		at("not-awaited", u.Site, "%s (line %d) comes without a wait for this goroutine, which still uses %s", u.Stop.Text, u.Stop.Line, u.Field)
	}
	for _, u := range p.Model.Forgotten() {
		if !told[u.Site.Pos] {
			at("not-awaited", u.Site, "nothing ever waits for %s, which counts the goroutine of line %d", u.Field, u.Stop.Line)
		}
	}
	for _, u := range p.Model.NeverWaited() {
		at("not-awaited", u.Site, "the function returns before its goroutines have ended: nothing calls %s.Wait", u.Field)
	}
	for _, r := range p.Model.EarlyReads() {
		at("not-awaited", r.Site, "nothing waits for this goroutine after the close at line %d, so the last of %s can be missing", r.Close.Line, r.Variable)
	}
	for _, u := range p.Model.LeftBehind() {
		at("not-awaited", u.Site, "%s leaves out the goroutine of line %d, which one that is waited for starts", u.Site.Text, u.Stop.Line)
	}
	for _, l := range p.Model.LastWork() {
		at("not-awaited", l.Site, "the function returns at the same end of the ctx and cuts %s (line %d) off", l.Other.Text, l.Other.Line)
	}
	for _, u := range p.Model.UnheardSaves() {
		verb := "saves"
		if u.Sends {
			verb = "sends"
		}
		at("not-awaited", u.Site, "nothing can wait for this goroutine, so what %s (line %d) %s at the stop can be lost", u.Other.Text, u.Other.Line, verb)
	}
	for _, j := range p.Model.CutJobs() {
		at("not-awaited", j.Site, "nothing closes %s or waits for this worker, so a stop cuts the job in hand", j.Other.Text)
	}
}

// lateAdds reports the goroutines that a wait can miss, because they are counted when it may be over.
func lateAdds(p *report.Pass, at func(string, model.Site, string, ...any)) {
	for _, a := range p.Model.LateAdds() {
		at("late-add", a.Site, "%s runs in the goroutine it counts, so the wait at line %d can be over before", a.Site.Text, a.Other.Line)
	}
	for _, a := range p.Model.UncountedAdds() {
		at("late-add", a.Site, "%s runs in a goroutine that nothing counts, so the wait at line %d can be over before", a.Site.Text, a.Other.Line)
	}
	for _, a := range p.Model.AddsAtStop() {
		at("late-add", a.Site, "%s counts the goroutine of line %d only now; if it has ended, the count is below zero", a.Site.Text, a.Other.Line)
	}
}
