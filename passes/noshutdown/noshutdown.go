package noshutdown

import (
	_ "embed"
	"fmt"

	"github.com/shutdownlint/shutdownlint/internal/model"
	"github.com/shutdownlint/shutdownlint/internal/report"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

//go:embed doc.go
var doc string

// Analyzer reports servers that nothing shuts down.
var Analyzer = report.NewAnalyzer(doc, run)

func run(p *report.Pass) error {
	silent := false // one server is enough to say that the program takes no signal
	for _, u := range p.Model.Unstopped() {
		f := finding(u)
		if f.Category == "no-handler" && silent {
			continue
		}
		silent = silent || f.Category == "no-handler"
		p.Report(f)
	}
	for _, a := range p.Model.AcceptLoops() {
		f := report.Finding{Category: "accept-loop", Pos: a.Site.Pos, End: a.Site.End}
		f.Message = fmt.Sprintf("once the listener is closed %s fails for ever, and this loop spins", a.Site.Text)
		if a.Exit.Node != nil {
			f.Message = fmt.Sprintf("%s (line %d) ends the process when the listener is closed, before the drain", a.Exit.Text, a.Exit.Line)
		}
		p.Report(f)
	}
	for _, s := range p.Model.Stragglers() {
		p.Report(straggler(s))
	}
	return nil
}

// straggler is the finding for what a server leaves behind when it is shut down.
func straggler(s model.Straggler) report.Finding {
	f := report.Finding{Pos: s.Site.Pos, End: s.Site.End}
	switch s.What {
	case model.H2C:
		f.Category, f.Message = "h2c-handler", fmt.Sprintf("%s (line %d) does not wait for the streams of %s", s.Stop.Text, s.Stop.Line, s.Site.Text)
	case model.Stream:
		f.Category, f.Message = "endless-handler", fmt.Sprintf("only the client ends this loop, so %s (line %d) waits until its limit", s.Stop.Text, s.Stop.Line)
	case model.StreamAbroad:
		f.Category, f.Message = "endless-handler", fmt.Sprintf("only its client ends the stream served here, so %s (line %d) waits until its limit", s.Stop.Text, s.Stop.Line)
	case model.Hijacked:
		f.Category, f.Message = "hijacked", fmt.Sprintf("%s (line %d) neither closes nor awaits what %s takes over", s.Stop.Text, s.Stop.Line, s.Site.Text)
	case model.ServeGRPC:
		f.Category, f.Message = "grpc-servehttp", fmt.Sprintf("%s cuts the calls that %s (line %d) would wait for", s.Site.Text, s.Stop.Text, s.Stop.Line)
	}
	return f
}

func finding(u model.Unstopped) report.Finding {
	f := report.Finding{Category: "no-path", Pos: u.Site.Pos, End: u.Site.End, Trace: u.Trace}
	switch {
	case u.Late.Node != nil:
		f.Message = fmt.Sprintf("%s (line %d) stands behind %s, which nothing makes return", u.Late.Text, u.Late.Line, u.Site.Text)
	case u.Listener.Node != nil:
		f.Pos, f.End = u.Listener.Pos, u.Listener.End
		f.Message = fmt.Sprintf("%s closes only the listener of %s: open requests are not waited for", u.Listener.Text, u.Server)
	case u.Silent:
		f.Category = "no-handler"
		f.Message = fmt.Sprintf("the program takes no SIGTERM, so a stop cuts the open requests of %s", u.Site.Text)
	case u.Nameless, !u.Signals && !u.Limited:
		f.Category = "unstoppable"
		f.Message = fmt.Sprintf("nobody can shut down what %s serves, so a stop cuts its open requests", u.Site.Text)
	case u.Halt.Node != nil:
		f.Pos, f.End = u.Halt.Pos, u.Halt.End
		f.Message = fmt.Sprintf("%s cuts the open requests of %s at the stop", u.Halt.Text, u.Server)
		if !u.Signals {
			f.Tier = ruledoc.Warning // when and by whom it is called is not known
		}
	default:
		f.Message = fmt.Sprintf("nothing shuts %s down after the signal, so its open requests are cut", u.Server)
	}
	if u.Example && f.Category != "no-path" {
		f.Tier = ruledoc.Info
	}
	return f
}
