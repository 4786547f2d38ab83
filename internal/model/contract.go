package model

import (
	"encoding/json"
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Contract returns what this package tells of the stop of the programs that it is part of.
func (m *Model) Contract() *contract.Package {
	p := &contract.Package{Path: m.Pass.Pkg.Path(), Name: m.Pass.Pkg.Name()}
	if len(m.Pass.Files) > 0 {
		p.Dir = filepath.Dir(m.Pass.Fset.Position(m.Pass.Files[0].Package).Filename)
	}
	for _, q := range m.Pass.Pkg.Imports() {
		if m.e.InModule(q) {
			p.Imports = append(p.Imports, q.Path())
		}
	}
	slices.Sort(p.Imports)
	if p.Name == "main" {
		program := m.e.Program()
		p.Open = program.Every || program.Unlisted || program.Foreign
	}
	p.Signals = m.signalsTaken()
	p.Second = m.secondEnds()
	for _, s := range m.servers() {
		site := m.placeIn(s.f, s.ev)
		server := contract.Server{Kind: s.ev.Server, Text: m.serverText(site, s.ev), Func: funcName(s.f.ssa), At: m.place(site)}
		if !slices.Contains(p.Servers, server) {
			p.Servers = append(p.Servers, server)
		}
	}
	for _, f := range m.funcs {
		if flow := m.flow(f); flow.tells() {
			p.Flows = append(p.Flows, flow.Flow)
		}
	}
	p.Refs = m.references(p)
	return p
}

// signalsTaken returns the registrations for signals whose lists are known here.
func (m *Model) signalsTaken() []contract.Signal {
	var all []contract.Signal
	seen := map[ssa.Instruction]bool{}
	for f, ev := range m.every(facts.Notify) {
		below := len(ev.Steps) > 0 && ev.Signals.Value == nil // listed in the other package, which tells it
		if ev.Signals.Known && listedHere(ev) && !below && !seen[ev.Instr] && m.e.SameModule(ev) {
			seen[ev.Instr] = true
			all = append(all, contract.Signal{Numbers: m.onLinux(ev.Signals.Numbers), Func: funcName(f.ssa), At: m.place(m.site(ev.Instr))})
		}
	}
	return all
}

// onLinux gives signals the numbers that they have where containers run.
func (m *Model) onLinux(numbers []int64) []int64 {
	var all []int64
	for _, n := range numbers {
		if there, ok := contract.SignalNumber(m.e.SignalName(n)); ok {
			n = there
		}
		all = append(all, n)
	}
	return all
}

func (m *Model) place(s Site) contract.Place {
	p := m.Pass.Fset.Position(s.Pos)
	return contract.Place{File: p.Filename, Line: p.Line}
}

// flow is a function's way out under construction.
type flow struct {
	contract.Flow
	m          *Model
	f          *function
	events     []*facts.Event          // of each node
	roots      []*facts.Event          // of each node: the goroutine that it runs on, nil for the function's own
	clocks     map[*facts.Object][]int // the clock nodes of a ctx, by where the making of it is seen
	joined     map[*facts.Event]bool   // see awaited
	interrupts *facts.Event            // see root
}

// flow gathers what the function does that takes time when the program stops, in what order.
func (m *Model) flow(f *function) *flow {
	w := &flow{m: m, f: f, clocks: map[*facts.Object][]int{}, joined: map[*facts.Event]bool{}}
	w.Func, w.Top = fullName(f.ssa), funcName(f.ssa)
	w.At = m.place(Site{Pos: f.ssa.Pos()})
	for _, ev := range f.events {
		if w.event(ev); len(w.Nodes) > maxNodes {
			return w.unknown()
		}
	}
	w.ownCalls()
	w.interrupted()
	w.Group = w.interrupts != nil && slices.Contains(w.roots, w.interrupts)
	w.waits()
	w.waitsBelow()
	w.rests()
	w.order()
	return w
}

// maxNodes bounds the nodes of a flow. What has more of them is no way out.
const maxNodes = 100

// unknown gives the flow up.
func (w *flow) unknown() *flow {
	w.Nodes = nil
	return w
}

// tells reports whether the flow says anything of a stop.
func (w *flow) tells() bool {
	return slices.ContainsFunc(w.Nodes, func(n contract.Node) bool {
		return n.Kind == contract.Drain || n.Kind == contract.Call || n.Kind == contract.Rest || n.Kind == contract.Stop && !n.Maybe
	})
}

// fullName names a function as calls from other packages do.
func fullName(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok {
		return obj.FullName()
	}
	return fn.RelString(nil)
}

// event adds the node of an event, if it has one.
func (w *flow) event(ev *facts.Event) {
	root, ok := w.root(ev)
	if ok && w.guessed(ev) {
		w.Open, ok = w.Open || ev.Kind == facts.Drain, false
	}
	if !ok || ev.Kind == facts.Drain && w.recurs(ev) {
		return
	}
	n := contract.Node{}
	switch {
	case ev.Kind == facts.Receive && w.m.tellsStop(ev):
		if ev.Spawned != root {
			return // another package's goroutine waits, and the call of that goes on
		}
		if len(ev.Origin().Steps) > 0 && w.m.e.SameModule(ev.Origin()) {
			w.call(ev, root) // its flow says whether it goes on without the signal
			return
		}
		if len(ev.Origin().Steps) > 0 && !w.m.isSignal(ev.Subject) {
			return // a library looks after a ctx
		}
		n.Kind, n.Maybe, n.Choice = contract.Stop, w.passes(ev), ev.Case >= 0 && !facts.InLoop(ev.Instr)
	case len(ev.Origin().Steps) > 0 && w.m.e.SameModule(ev.Origin()):
		w.call(ev, root)
		return
	case ev.Kind == facts.Receive && ev.Case < 0 && w.m.onlyTimers(ev.Subject):
		n.Kind, n.Bound = contract.Sleep, w.timer(ev)
		if n.Bound.Sort == contract.Unknown {
			return
		}
	case ev.Kind == facts.Sleep && len(ev.Origin().Steps) == 0: // when a library sleeps is not known
		n.Kind, n.Bound = contract.Sleep, w.sleep(ev)
	case ev.Kind == facts.Drain:
		n.Kind, n.What = contract.Drain, ev.Server
		w.bound(&n, ev, root)
	default:
		return
	}
	w.add(n, ev, root)
}

func (w *flow) add(n contract.Node, ev, root *facts.Event) int {
	site := w.m.origin(ev)
	n.Text, n.At = site.Text, w.m.place(site)
	for via := ev.Via; via != nil; via = via.Via {
		if name := fullName(via.Instr.Parent()); !slices.Contains(w.Covers, name) {
			w.Covers = append(w.Covers, name)
		}
	}
	w.Nodes = append(w.Nodes, n)
	w.events, w.roots = append(w.events, ev), append(w.roots, root)
	return len(w.Nodes) - 1
}

// root returns the goroutine that the event runs on: nil for the function's own. The goroutines of another package are that one's affair. The
// interrupt functions of a group run one after the other, as on a goroutine that the group waits for. What runs when others call it back, and goroutines that
// goroutines start, are not ordered with the rest, and left out.
func (w *flow) root(ev *facts.Event) (*facts.Event, bool) {
	if ev.Mode == facts.Interrupt && ev.Spawned == nil {
		if w.interrupts == nil {
			w.interrupts = facts.EventAt(facts.Spawn, ev.Instr)
		}
		w.interrupts.Group = w.interrupts.Group.Union(ev.Group)
		return w.interrupts, true
	}
	if ev.Mode == facts.Callback || ev.Mode == facts.Interrupt {
		return nil, false
	}
	root := ev.Spawned
	for root != nil && len(root.Origin().Steps) > 0 {
		root = root.Spawned
	}
	return root, root == nil || root.Spawned == nil && w.awaited(root)
}

// interrupted adds that the signal has come where the interrupt functions of a group begin.
func (w *flow) interrupted() {
	first := len(w.Nodes)
	for i := range first {
		if w.roots[i] == nil || w.roots[i] != w.interrupts {
			continue
		}
		if len(w.Nodes) == first {
			w.add(contract.Node{Kind: contract.Stop}, w.interrupts, w.interrupts)
		}
		w.Nodes[i].After = append(w.Nodes[i].After, first)
	}
}

// passes reports whether the function may go on although the signal has not come: what it calls waits for other things, too, or looks whether it has come
// and does not wait for it.
func (w *flow) passes(ev *facts.Event) bool {
	origin := ev.Origin()
	if facts.InLoop(origin.Instr) {
		return !ev.Must
	}
	if choice, ok := origin.Instr.(*ssa.Select); ok && !choice.Blocking {
		return true
	}
	return !ev.Must || ev != origin && origin.Case >= 0 || len(origin.Steps) > 0
}

// guessed reports whether the event happens only if a call through an interface goes to one method of several, or to one that merely fits.
func (w *flow) guessed(ev *facts.Event) bool {
	return slices.ContainsFunc(levels(ev), func(l *facts.Event) bool {
		call, ok := l.Instr.(ssa.CallInstruction)
		return ok && l.Server != "unknown" && w.m.guesses(call)
	})
}

// guesses reports whether it is not sure which method a call through an interface goes to.
func (m *Model) guesses(call ssa.CallInstruction) bool {
	callees, all := m.e.Callees(call)
	return call.Common().IsInvoke() && (!all || len(callees) != 1)
}

// awaited reports whether the function waits for the goroutine, or the goroutine ends the process itself: else the process may end first.
func (w *flow) awaited(root *facts.Event) bool {
	known, ok := w.joined[root]
	if ok {
		return known
	}
	for _, ev := range w.f.events {
		own := ev.Spawned == nil && ev.Mode != facts.Callback && w.m.joinOf(ev, root, nil, w.f)
		exits := ev.Spawned == root && ev.Kind == facts.Exit && ev.Word == "process"
		if own || exits {
			known = true
			break
		}
	}
	known = known || w.joinBelow(root) != nil
	w.joined[root] = known
	return known
}

// joinBelow returns the wait for the goroutine in the function that starts it, as the flow's function sees it; nil where there is none.
func (w *flow) joinBelow(root *facts.Event) *facts.Event {
	for _, level := range levels(root)[1:] {
		g := w.m.function(level.Instr.Parent())
		if g == nil {
			continue
		}
		for _, ev := range g.events {
			if ev.Spawned == nil && ev.Mode != facts.Callback && w.m.joinOf(ev, level, nil, g) {
				return seenAbove(ev.Instr, levels(root))
			}
		}
	}
	return nil
}

// waits adds a node where the function waits for goroutines that have nodes.
func (w *flow) waits() {
	for _, ev := range w.f.events {
		if ev.Spawned != nil || ev.Mode == facts.Callback || ev.Kind != facts.Wait && ev.Kind != facts.Receive {
			continue
		}
		var members []int
		for i, root := range w.roots {
			if root != nil && w.m.joinOf(ev, root, nil, w.f) {
				members = append(members, i)
			}
		}
		if len(members) > 0 {
			i := w.add(contract.Node{Kind: contract.Wait}, ev, nil)
			w.Nodes[i].After = members
		}
	}
}

// waitsBelow adds a node where a function below waits for a goroutine that it starts itself.
func (w *flow) waitsBelow() {
	members := map[*facts.Event][]int{}
	var joins []*facts.Event
	for i, root := range slices.Clone(w.roots) {
		if root == nil || root == w.interrupts {
			continue
		}
		if members[root] == nil {
			joins = append(joins, root)
		}
		members[root] = append(members[root], i)
	}
	for _, root := range joins {
		if join := w.joinBelow(root); join != nil {
			i := w.add(contract.Node{Kind: contract.Wait}, join, nil)
			w.Nodes[i].After = members[root]
		}
	}
}

// onlyTimers reports whether nothing but the time ends the receive.
func (m *Model) onlyTimers(channel facts.Set) bool {
	return len(channel) > 0 && !slices.ContainsFunc(channel, func(o *facts.Object) bool { return !m.e.IsTimer(o) })
}

// ContractAnalyzer hands what the package tells of its stop to the driver, as JSON in one diagnostic at its package clause.
var ContractAnalyzer = &analysis.Analyzer{
	Name:     "contract",
	Doc:      "contract: tell what the package promises about the stop of its programs",
	Requires: []*analysis.Analyzer{Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		m := pass.ResultOf[Analyzer].(*Model)
		if m.Skipped() || len(pass.Files) == 0 {
			return nil, nil
		}
		return nil, m.Alone(func() error {
			text, err := json.Marshal(m.Contract())
			if err == nil {
				pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Message: string(text)})
			}
			return err
		})
	},
}
