package model

import (
	"go/ast"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Unstopped is a server that nothing shuts down.
type Unstopped struct {
	Site     Site
	Server   string // what is served, in the user's own words
	Nameless bool   // the call that serves makes the server, so nobody has a handle
	Signals  bool   // the program takes a stop signal in view of the server
	Main     bool   // the package is a program
	Silent   bool   // the program takes no signal that asks it to stop
	Halt     Site   // what stops it at once; no node where nothing does
	Limited  bool   // what stops it at once is a stop that is given a ctx to wait for, or comes when the ctx of what serves ends
	Late     Site   // a stop that comes only after the Serve has returned; no node where there is none
	Listener Site   // what closes only its listener; no node where nothing does
	Example  bool   // it lies below a folder of examples
	Trace    []analysis.RelatedInformation
}

// Unstopped returns the servers of this package that no graceful stop reaches.
func (m *Model) Unstopped() []Unstopped {
	var all []Unstopped
	main := m.Pass.Pkg.Name() == "main"
	for _, s := range m.servers() {
		if m.aside(s) && !m.blocksMain(s) || !m.e.SameModule(s.ev) && !main {
			continue
		}
		u := Unstopped{Site: m.placeIn(s.f, s.ev), Main: main, Nameless: s.nameless(), Trace: m.trace(s.ev), Example: m.isExample()}
		u.Server = m.serverText(u.Site, s.ev)
		late := m.lateStop(s)
		switch {
		case late != nil && m.registersBehind(s):
			continue // lostsignal speaks of it
		case late != nil:
			u.Late = m.site(late.Instr)
		case m.handled(s):
			continue
		}
		if halt := m.halted(s); halt != nil && !m.restsOnServe(s) {
			u.Halt, u.Limited = m.site(halt.Instr), takesLimit(root(halt.Instr.Parent())) || m.cutsAtDone(s, halt)
		}
		u.Signals = m.signalBeside(s)
		u.Silent = main && m.takesNoStop()
		if u.Late.Node == nil && u.Halt.Node == nil {
			u.Listener = m.listenerOnly(s)
		}
		if m.worthSaying(s, u) {
			all = append(all, u)
		}
	}
	return append(all, m.foreignServers()...)
}

// restsOnServe reports whether a function of this package serves the server in its own flow, and nothing can stop it meanwhile.
func (m *Model) restsOnServe(s served) bool {
	for f, ev := range m.every(facts.Serve) {
		if ev.Origin() == s.ev.Origin() && ev.Mode == facts.Sync && ev.Spawned == nil && !m.makesReturn(f, ev) {
			return true
		}
	}
	return false
}

// foreignServers returns the servers that another package of the module serves for this program and that nothing here stops: the program takes no
// signal and rests on the server, or it takes one and does not call the stop that the other package has.
func (m *Model) foreignServers() []Unstopped {
	if m.Pass.Pkg.Name() != "main" || m.stopsAny() {
		return nil
	}
	var all []Unstopped
	for f, ev := range m.every(facts.Serve) {
		if ev.Via != nil || len(ev.Steps) == 0 || len(ev.Fresh) > 0 || !m.e.SameModule(ev) {
			continue
		}
		s := served{f, ev, ev.Subject}
		u := Unstopped{Site: m.site(ev.Instr), Main: true, Silent: m.takesNoStop(), Signals: m.signalBeside(s), Example: m.isExample()}
		u.Server = m.serverText(u.Site, ev)
		if u.Silent && ev.Mode == facts.Sync || u.Signals && m.e.StoppedBelow(ev.Subject) {
			all = append(all, u)
		}
	}
	return all
}

// stopsAny reports whether this package stops a server, or may do so: a stop in view, or the call of a method that is named like one.
func (m *Model) stopsAny() bool {
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Drain || ev.Kind == facts.Halt && ev.Server != "listener" {
				return true
			}
		}
		if m.e.CallsStop(f.ssa) {
			return true
		}
	}
	return false
}

// worthSaying reports whether the server is known well enough: a program that takes or ignores signals knows its servers, a library's server
// counts where it is made to be stopped or where customers call it.
func (m *Model) worthSaying(s served, u Unstopped) bool {
	blocking := m.blocking(s)
	known := m.traffic(s) == facts.Customers
	switch {
	case u.Late.Node != nil, u.Listener.Node != nil:
		return true
	case u.Signals:
		return known || blocking
	case u.Halt.Node != nil:
		return u.Limited // else whoever closes it may have waited before
	case u.Main:
		return u.Silent && (known || blocking)
	case m.e.OnlyKept(root(s.f.ssa)) && (m.takes(facts.SIGINT) || m.takes(facts.SIGTERM)):
		return false // one of several commands: those that have something to stop take the signal themselves
	case !m.onNetwork(s.ev):
		return false // one connection, or a listener whose owner closes it
	}
	return known && (blocking || m.promised(s)) || m.promised(s) && m.traffic(s) == facts.AnyTraffic && blocking
}

// onNetwork reports whether the server itself takes an address, or listens on what a call in view has opened.
func (m *Model) onNetwork(serve *facts.Event) bool {
	listeners := serve.Listen.Union(m.e.Contents(serve.Listen))
	return len(listeners) == 0 || slices.ContainsFunc(listeners, func(o *facts.Object) bool { return m.e.Listens(o) })
}

// blocking reports whether the server is served in the flow of the function that serves it: no goroutine or callback in view runs that.
func (m *Model) blocking(s served) bool {
	for f, ev := range m.every(facts.Serve) {
		if ev.Origin() == s.ev.Origin() && root(f.ssa) == root(s.f.ssa) && (ev.Spawned != nil || ev.Mode != facts.Sync) {
			return false
		}
	}
	return true
}

// blocksMain reports whether a side server is what the program is there for: it runs in the flow of main itself.
func (m *Model) blocksMain(s served) bool {
	return m.blocking(s) && m.lateStop(s) != nil
}

// signalBeside reports whether a function of this package serves the server and takes a signal that asks to stop.
func (m *Model) signalBeside(s served) bool {
	for _, f := range m.funcs {
		serves, takes := false, false
		for _, ev := range f.events {
			serves = serves || ev.Kind == facts.Serve && ev.Origin() == s.ev.Origin()
			takes = takes || ev.Kind == facts.Notify && ev.Mode != facts.Callback && ev.Signals.Lists(facts.SIGINT, facts.SIGTERM)
		}
		if serves && takes {
			return true
		}
	}
	return false
}

// takesNoStop reports whether nothing in the program takes a signal that asks it to stop.
func (m *Model) takesNoStop() bool {
	return m.e.Kills() && !m.e.Program().TakesStop()
}

// lateStop returns a stop of the server that stands behind its Serve in one flow, where no other stop makes the Serve return: it was meant to be
// graceful, or a ctx or signal is waited for behind the Serve too.
func (m *Model) lateStop(s served) *facts.Event {
	if s.ev.Spawned != nil || s.ev.Mode != facts.Sync || s.nameless() || m.e.Handle(s.names) {
		return nil
	}
	var late *facts.Event
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if (ev.Kind != facts.Drain && ev.Kind != facts.Halt) || !ev.Subject.Meets(s.names) && ev.Kind != facts.Drain {
				continue
			}
			if !ev.Subject.Meets(s.names) {
				if len(ev.Subject) == 0 || ev.Server == "unknown" {
					return nil // a stop of nobody knows what
				}
				continue
			}
			if root(f.ssa) != root(s.f.ssa) || !m.runsLate(f, ev, s) {
				return nil
			}
			if late == nil || ev.Kind == facts.Drain {
				late = ev
			}
		}
	}
	if late == nil || late.Kind == facts.Halt && !m.waitsLate(s) {
		return nil
	}
	return late
}

// runsLate reports whether the stop can run only when the Serve has returned: it is deferred, or comes after it.
func (m *Model) runsLate(f *function, stop *facts.Event, s served) bool {
	if f.ssa != s.f.ssa {
		return deferredLiteral(f.ssa)
	}
	return stop.Spawned == nil && (stop.Mode == facts.Deferred || stop.Mode == facts.Sync && facts.Dominates(s.ev.Instr, stop.Instr))
}

// deferredLiteral reports whether the function is a literal that is only deferred.
func deferredLiteral(fn *ssa.Function) bool {
	if fn.Parent() == nil {
		return false
	}
	for _, b := range fn.Parent().Blocks {
		for _, in := range b.Instrs {
			d, ok := in.(*ssa.Defer)
			if ok && d.Call.StaticCallee() == fn {
				return true
			}
		}
	}
	return false
}

// waitsLate reports whether a ctx or signal is waited for only behind the Serve.
func (m *Model) waitsLate(s served) bool {
	for _, ev := range s.f.events {
		if ev.Kind == facts.Receive && ev.Spawned == nil && ev.Case < 0 && facts.Dominates(s.ev.Instr, ev.Instr) && (len(doneOf(ev.Subject)) > 0 || m.isSignal(ev.Subject)) {
			return true
		}
	}
	return false
}

// takesLimit reports whether the function is called what a graceful stop is called, and gets a ctx that can only be the limit of its wait.
func takesLimit(fn *ssa.Function) bool {
	if name := fn.Name(); name != "Stop" && name != "Shutdown" || fn.Signature.Recv() == nil {
		return false
	}
	for p := range fn.Signature.Params().Variables() {
		if facts.IsContext(p.Type()) {
			return true
		}
	}
	return false
}

func isStopName(name string) bool {
	switch name {
	case "Stop", "Close", "Shutdown":
		return true
	}
	return false
}

// promised reports whether whoever runs the server is told that it can be stopped: its function takes a ctx, or is a method of a type with a
// method that stops it.
func (m *Model) promised(s served) bool {
	sig := root(s.f.ssa).Signature
	for p := range sig.Params().Variables() {
		if facts.IsContext(p.Type()) {
			return true
		}
	}
	return sig.Recv() != nil && facts.Stops(sig.Recv().Type())
}

// isExample reports whether the package lies in or below a folder that is named for examples or demonstrations, or its first file is.
func (m *Model) isExample() bool {
	first := filepath.Base(m.Pass.Fset.Position(m.Pass.Files[0].FileStart).Filename)
	return slices.ContainsFunc(append(m.Folders(), first), func(name string) bool {
		return strings.Contains(name, "example") || strings.Contains(name, "demo") && !strings.Contains(name, "demon")
	})
}

// serverText is the server in the user's own words: the receiver of the call that serves, of the method value that a group gets, or the call.
func (m *Model) serverText(site Site, serve *facts.Event) string {
	text := site.Text
	if arg := m.handedServer(site, serve); arg != nil {
		return exprText(arg)
	}
	if call := site.Call(); call != nil && serve.Spawned != nil && serve.Spawned.Instr == serve.Instr {
		for _, arg := range call.Args {
			if method, ok := arg.(*ast.SelectorExpr); ok {
				text = exprText(method)
				break
			}
		}
	}
	if i := strings.LastIndex(text, "."); i > 0 {
		return text[:i]
	}
	return text
}

// handedServer returns the argument that is the server where the function that is called serves it, or nil.
func (m *Model) handedServer(site Site, serve *facts.Event) ast.Expr {
	call := site.Call()
	in, ok := serve.Instr.(ssa.CallInstruction)
	if call == nil || !ok || serve.Via == nil && len(serve.Steps) == 0 || len(in.Common().Args) != len(call.Args) {
		return nil
	}
	for i, v := range in.Common().Args {
		if m.e.Eval(v).Meets(serve.Subject) {
			return call.Args[i]
		}
	}
	return nil
}
