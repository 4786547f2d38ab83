package model

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// OpenRange is a range over a channel that never ends.
type OpenRange struct {
	Site   Site
	Ticker bool // it ranges over the channel of a ticker
}

// OpenRanges returns the ranges over channels that nothing closes, and over tickers, where the goroutine they hold is one that is waited for.
func (m *Model) OpenRanges() []OpenRange {
	var all []OpenRange
	for _, f := range m.funcs {
		for _, ev := range f.events {
			rng, ok := m.rangeOver(ev)
			if !ok || leavesRange(ev.Instr) {
				continue
			}
			if m.tickerChannel(ev.Subject) {
				if m.awaitedSpawn(f) != nil || f.ssa.Parent() != nil && m.keptAndStopped(ev) {
					all = append(all, OpenRange{Site: rng, Ticker: true})
				}
			} else if m.neverClosed(f, ev) {
				all = append(all, OpenRange{Site: rng})
			}
		}
	}
	return all
}

// rangeOver returns the range statement that an event is the receive of.
func (m *Model) rangeOver(ev *facts.Event) (Site, bool) {
	if ev.Kind != facts.Receive || ev.Via != nil || ev.Case >= 0 {
		return Site{}, false
	}
	s := m.site(ev.Instr)
	_, ok := s.Node.(*ast.RangeStmt)
	return s, ok
}

// leavesRange reports whether the loop can be left other than by the close of its channel: the function's end can be reached from the loop's
// body.
func leavesRange(recv ssa.Instruction) bool {
	branch, ok := recv.Block().Instrs[len(recv.Block().Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	left := false
	facts.WalkBlock(branch.Block().Succs[0], func(in ssa.Instruction) bool {
		switch in.(type) {
		case *ssa.Return, *ssa.Panic:
			left = true
		}
		return in != recv && !left
	})
	return left
}

// keptAndStopped reports whether the ticker is kept in a field and stopped elsewhere, so that the goroutine is meant to end while the process
// lives on.
func (m *Model) keptAndStopped(ev *facts.Event) bool {
	u, ok := ev.Instr.(*ssa.UnOp)
	if !ok {
		return false
	}
	timers := m.e.TimerOf(u.X)
	kept := false
	for _, o := range timers {
		kept = kept || o.Kind == facts.Field
	}
	return kept && m.e.Closed(timers)
}

func (m *Model) tickerChannel(set facts.Set) bool {
	for _, o := range set {
		if m.e.IsTimer(o) {
			return true
		}
	}
	return false
}

// neverClosed reports whether the channel is made and kept inside this package, is ranged over in a goroutine, and nothing closes it.
func (m *Model) neverClosed(f *function, ev *facts.Event) bool {
	made := facts.Set{}
	for _, o := range ev.Subject {
		if len(m.madeChannels(facts.Set{o})) > 0 {
			made = append(made, o)
		} else if !isVariable(o) {
			return false
		}
	}
	if len(made) == 0 || m.e.Escapes(made) || m.keptAnywhere(made) || f.ssa.Parent() == nil && !m.madeIn(made, f) {
		return false
	}
	for _, g := range m.funcs {
		for _, x := range g.events {
			if x.Kind == facts.Close && x.Subject.Meets(made) {
				return false
			}
		}
	}
	return true
}

// madeIn reports whether the function makes each of the channels itself.
func (m *Model) madeIn(channels facts.Set, f *function) bool {
	for _, o := range channels {
		in, ok := o.Value.(ssa.Instruction)
		if !ok || in.Parent() != f.ssa || o.At != nil {
			return false
		}
	}
	return true
}

// keptAnywhere reports whether a field or package variable holds the channel.
func (m *Model) keptAnywhere(channel facts.Set) bool {
	for _, o := range m.e.Holders(channel) {
		if o.Kind != facts.Made {
			return true
		}
	}
	return false
}

// awaitedSpawn returns the go statement that runs the function where something waits for its end.
func (m *Model) awaitedSpawn(f *function) *facts.Event {
	for _, g := range m.funcs {
		for _, spawn := range g.events {
			if spawn.Kind != facts.Spawn || spawn.Via != nil || !runs(spawn, f.ssa) {
				continue
			}
			for _, h := range m.funcs {
				for _, wait := range h.events {
					if wait.Via == nil && wait.Kind == facts.Wait && (wait.Subject.Meets(spawn.Group) || wait.Subject.Meets(m.discounted(f))) {
						return spawn
					}
				}
			}
		}
	}
	return nil
}

// discounted returns the groups that the function counts down.
func (m *Model) discounted(f *function) facts.Set {
	var set facts.Set
	for _, ev := range f.events {
		if ev.Kind == facts.Discount {
			set = set.Union(ev.Subject)
		}
	}
	return set
}

// runs reports whether the spawn runs the function.
func runs(spawn *facts.Event, fn *ssa.Function) bool {
	for _, o := range spawn.Body {
		if mc, ok := o.Value.(*ssa.MakeClosure); ok && mc.Fn == fn || o.Value == ssa.Value(fn) {
			return true
		}
	}
	return false
}

// Endless is a goroutine that goes on for ever where it should end.
type Endless struct {
	Spawn Site
	Why   EndlessWhy
}

// EndlessWhy says why an endless goroutine should end.
type EndlessWhy int

// The reasons.
const (
	Awaited EndlessWhy = iota // something waits for it
	PerItem                   // one is started for each request or item
	HasStop                   // its type has a method that is meant to end it
	HasCtx                    // the function that starts it has a ctx and does not use it
)

// EndlessGoroutines returns the goroutines that never end although something waits for them, or has a reason to want them to.
func (m *Model) EndlessGoroutines() []Endless {
	var all []Endless
	for _, f := range m.funcs {
		for _, spawn := range f.events {
			if !startsHere(spawn) || !m.runsEndless(spawn) {
				continue
			}
			if why, ok := m.shouldEnd(f, spawn); ok {
				all = append(all, Endless{Spawn: m.site(spawn.Instr), Why: why})
			}
		}
	}
	return all
}

// startsHere reports whether the event starts a goroutine with a function that is known in this function and not below: the go statement, or
// a call that hands the function to what starts it.
func startsHere(ev *facts.Event) bool {
	switch {
	case ev.Kind == facts.Spawn:
	case ev.Kind == facts.Invoke && ev.Spawned != nil && ev.Must:
	default:
		return false
	}
	own := ev.Via == nil && len(ev.Steps) == 0
	return own || len(ev.Steps) > 0 || hasParameter(ev.Via.Body)
}

// runsEndless reports whether all that the goroutine can run goes on for ever.
func (m *Model) runsEndless(spawn *facts.Event) bool {
	endless := false
	for _, o := range spawn.Body {
		fn := m.e.FuncOf(o)
		if fn == nil {
			continue
		}
		if !m.e.Endless(fn) || m.spins(fn) {
			return false
		}
		endless = true
	}
	return endless
}

// spins reports whether the function receives from a closed channel in its loop, which is a finding of its own.
func (m *Model) spins(fn *ssa.Function) bool {
	for _, f := range m.funcs {
		if f.ssa != fn {
			continue
		}
		for _, ev := range f.events {
			if ev.Kind == facts.Receive && ev.Via == nil && m.closeOf(m.madeChannels(ev.Subject)) != nil {
				return true
			}
		}
	}
	return false
}

func (m *Model) shouldEnd(f *function, spawn *facts.Event) (EndlessWhy, bool) {
	group, goroutine := spawn.Group, spawn
	if spawn.Kind == facts.Invoke {
		goroutine = spawn.Spawned
		group = group.Union(goroutine.Group)
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Discount && ev.Spawned == goroutine {
			group = group.Union(ev.Subject)
		}
	}
	switch {
	case m.awaited(group):
		return Awaited, true
	case spawn.Via != nil || len(spawn.Steps) > 0:
		return 0, false
	case m.perItem(f, spawn):
		return PerItem, true
	case m.hasStop(spawn):
		return HasStop, true
	case ignoresCtx(f.ssa):
		return HasCtx, true
	}
	return 0, false
}

// awaited reports whether the package waits for one of the groups.
func (m *Model) awaited(group facts.Set) bool {
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Wait && ev.Subject.Meets(group) {
				return true
			}
		}
	}
	return false
}

// perItem reports whether the goroutine is started once for each thing that comes out of a channel, or once a request.
func (m *Model) perItem(f *function, spawn *facts.Event) bool {
	for _, g := range m.funcs {
		for _, ev := range g.events {
			if ev.Mode == facts.Callback && ev.Origin() == spawn && m.e.IsHandlerCall(ev.Instr) {
				return true
			}
		}
	}
	if !facts.InLoop(spawn.Instr) {
		return false
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Via == nil && facts.Reaches(ev.Instr, spawn.Instr) && facts.Reaches(spawn.Instr, ev.Instr) && m.rangesOver(ev) {
			return true
		}
	}
	return false
}

// hasStop reports whether the goroutine runs a method of a type that also has a method to stop it.
func (m *Model) hasStop(spawn *facts.Event) bool {
	for _, o := range spawn.Body {
		fn := m.e.FuncOf(o)
		if fn == nil || fn.Signature.Recv() == nil {
			continue
		}
		for _, name := range []string{"Close", "Stop", "Shutdown"} {
			obj, _, _ := types.LookupFieldOrMethod(fn.Signature.Recv().Type(), true, fn.Pkg.Pkg, name)
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

// ignoresCtx reports whether the function takes a ctx and does nothing with it.
func ignoresCtx(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if p.Type().String() == "context.Context" && len(*p.Referrers()) == 0 && p.Name() != "_" && p.Name() != "" {
			return true
		}
	}
	return false
}

// endless reports whether the function goes on for ever.
func (m *Model) endless(f *function) bool { return m.e.Endless(f.ssa) }

func (m *Model) rangesOver(ev *facts.Event) bool {
	_, ok := m.rangeOver(ev)
	return ok
}

// BreakInSelect is a break that leaves only the select of the loop it is meant to end.
type BreakInSelect struct {
	Site Site
	Loop Site
}

// BreaksInSelects returns the unlabelled breaks of select cases that receive a stop, in loops that have no other way out.
func (m *Model) BreaksInSelects() []BreakInSelect {
	var all []BreakInSelect
	for _, f := range m.funcs {
		if f.ssa.Syntax() == nil || !m.endless(f) {
			continue
		}
		ast.Inspect(f.ssa.Syntax(), func(n ast.Node) bool {
			if lit, ok := n.(*ast.FuncLit); ok && ast.Node(lit) != f.ssa.Syntax() {
				return false
			}
			loop, ok := n.(*ast.ForStmt)
			if ok && loop.Cond == nil {
				all = append(all, m.breaksIn(loop)...)
			}
			return true
		})
	}
	return all
}

func (m *Model) breaksIn(loop *ast.ForStmt) []BreakInSelect {
	var all []BreakInSelect
	for _, st := range loop.Body.List {
		sel, ok := st.(*ast.SelectStmt)
		if !ok {
			continue
		}
		for _, c := range sel.Body.List {
			clause := c.(*ast.CommClause)
			if !m.receivesStop(clause) || len(clause.Body) == 0 {
				continue
			}
			if br, ok := clause.Body[len(clause.Body)-1].(*ast.BranchStmt); ok && br.Tok == token.BREAK && br.Label == nil {
				all = append(all, BreakInSelect{Site: m.nodeSite(br), Loop: m.nodeSite(loop)})
			}
		}
	}
	return all
}

// receivesStop reports whether a select case receives from a Done channel, a signal channel, or one of type struct{}.
func (m *Model) receivesStop(clause *ast.CommClause) bool {
	var recv ast.Expr
	switch c := clause.Comm.(type) {
	case *ast.ExprStmt:
		recv = c.X
	case *ast.AssignStmt:
		recv = c.Rhs[0]
	default:
		return false
	}
	u, ok := ast.Unparen(recv).(*ast.UnaryExpr)
	if !ok {
		return false
	}
	t := m.Pass.TypesInfo.TypeOf(u)
	return t != nil && (t.String() == "struct{}" || t.String() == "os.Signal")
}

func (m *Model) nodeSite(n ast.Node) Site {
	return Site{Pos: n.Pos(), End: n.End(), Node: n, Line: m.Pass.Fset.Position(n.Pos()).Line}
}
