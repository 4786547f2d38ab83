package unreleased

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
)

//go:embed doc.go
var doc string

// Analyzer reports what is open when the program ends and would have had something to save.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	at := func(category string, u model.Unreleased, format string, args ...any) {
		p.Report(report.Finding{Category: category, Pos: u.Site.Pos, End: u.Site.End, Message: fmt.Sprintf(format, args...)})
	}
	for _, u := range p.Model.LostBuffers() {
		if u.Lost {
			at("buffer", u, "nothing calls %s, so the last bytes that %s holds back are lost", u.Closer, u.Site.Text)
		} else {
			at("buffer", u, "a return passes %s by, so the last bytes that %s holds back are lost", u.Closer, u.Site.Text)
		}
	}
	for _, u := range p.Model.LostTelemetry() {
		at("telemetry", u, "nothing calls %s after %s, so what it holds back is lost at exit", u.Closer, u.Site.Text)
	}
	for _, u := range p.Model.ThrownStops() {
		at("telemetry", u, "the function that %s returns to stop it is dropped, so what it holds back is lost at exit", u.Site.Text)
	}
	for _, u := range p.Model.LeftOut() {
		if u.Effect != "" {
			at("resource", u, "%s leaves out %s, whose %s has something to save", u.Site.Text, u.Name, u.Closer)
		} else {
			at("resource", u, "%s leaves out %s, and nothing else calls its %s", u.Site.Text, u.Name, u.Closer)
		}
	}
	for _, u := range p.Model.NeverClosed() {
		if u.Early {
			at("resource", u, "only a failed start calls %s on what %s makes: a stop passes it by", u.Closer, u.Site.Text)
		} else if u.Lost {
			at("resource", u, "what %s makes is started and then out of reach: nothing can call its %s", u.Site.Text, u.Closer)
		} else {
			at("resource", u, "the program never calls %s on what %s makes", u.Closer, u.Site.Text)
		}
	}
	for _, u := range p.Model.LeftToPackages() {
		at("resource", u, "the program never calls %s after %s, so what that holds back is lost", u.Closer, u.Site.Text)
	}
	for _, u := range p.Model.OpenedPerCall() {
		at("resource", u, "%s opens a client in each call and nothing calls its %s", u.Site.Text, u.Closer)
	}
	for _, l := range p.Model.LeftByFailure() {
		category, kept := "lease", "others wait until the lease of %s expires"
		if l.Child {
			category, kept = "resource", "the process that %s starts lives on"
		}
		p.Report(report.Finding{Category: category, Pos: l.Site.Pos, End: l.Site.End, Message: fmt.Sprintf("a failure (line %d) passes %s by, so "+kept, l.Fails.Line, l.Closer, l.Site.Text)})
	}
	for _, u := range p.Model.HeldLeases() {
		if u.Unset {
			at("lease", u, "%s is not set, so others wait until the lease of %s expires", u.Closer, u.Site.Text)
		} else if u.Lost {
			at("lease", u, "nothing calls %s, so others wait until the lease of %s expires", u.Closer, u.Site.Text)
		} else {
			at("lease", u, "%s keeps what %s took: nothing calls %s, so others wait until it expires", u.Site.Text, u.Name, u.Closer)
		}
	}
	for _, l := range p.Model.LateMetrics() {
		p.Report(report.Finding{Category: "pull-metric", Pos: l.Site.Pos, End: l.Site.End, Message: fmt.Sprintf("%s changes a metric only after %s, so nobody ever scrapes it", l.Site.Text, l.Stop.Text)})
	}
	return nil
}
