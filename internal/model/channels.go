package model

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Stuck is a goroutine that blocks for ever on a channel whose other side can leave.
type Stuck struct {
	Site  Site // the send or receive that blocks
	Send  bool
	Leave Site // where the other side leaves
	Spawn Site // the go statement
	// Caller says that the function itself is what blocks, because its goroutine can end without its side.
	Caller bool
}

// StuckGoroutines returns the sends and receives, on unbuffered channels that only one function and its literals know, of goroutines whose
// other side can return without them, and the ranges over such a channel, whatever its room, that are never told of the end.
func (m *Model) StuckGoroutines() []Stuck {
	var all []Stuck
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				if mc, ok := in.(*ssa.MakeChan); ok {
					all = append(all, m.stuckWith(f, m.e.Eval(mc))...)
				}
			}
		}
	}
	return all
}

// stuckWith returns what blocks on one channel, each place once.
func (m *Model) stuckWith(f *function, channel facts.Set) []Stuck {
	if len(channel) != 1 || m.e.Escapes(channel) || m.keptOutside(f, channel) {
		return nil
	}
	stuck := m.stuckOn(f, channel)
	for _, s := range append(m.leftRanging(f, channel), m.leftProducer(f, channel)...) {
		if !slices.ContainsFunc(stuck, func(o Stuck) bool { return o.Site.Pos == s.Site.Pos }) {
			stuck = append(stuck, s)
		}
	}
	return stuck
}

func (m *Model) stuckOn(f *function, channel facts.Set) []Stuck {
	if m.e.ChanCap(channel[0]) != 0 {
		return nil
	}
	all := m.unanswered(f, channel)
	for _, ev := range f.events {
		if ev.Mode != facts.Async || ev.Case >= 0 || !ev.Subject.Meets(channel) || ev.Spawned == nil || ev.Spawned.Spawned != nil {
			continue
		}
		peer := facts.Receive
		switch ev.Kind {
		case facts.Send:
		case facts.Receive:
			peer = facts.Send
		default:
			continue
		}
		if m.endsWithProcess(ev.Spawned) {
			continue
		}
		if leave := m.peerLeaves(f, ev, channel, peer); leave != nil && !m.calledOff(ev.Spawned, leave) && !m.stopsInstead(f, ev, leave) {
			all = append(all, Stuck{Site: m.origin(ev), Send: ev.Kind == facts.Send, Leave: m.site(leave), Spawn: m.site(ev.Spawned.Instr)})
		}
	}
	return all
}

// stopsInstead reports whether the goroutine sends only errors that are not those of a stopped server, and the function stops one before it leaves.
func (m *Model) stopsInstead(f *function, send *facts.Event, leave ssa.Instruction) bool {
	return send.Kind == facts.Send && m.e.SparesStopped(send.Origin().Instr) && slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return (ev.Kind == facts.Drain || ev.Kind == facts.Halt) && ev.Spawned == nil && facts.Dominates(ev.Instr, leave)
	})
}

// endsWithProcess reports whether nobody misses a goroutine that stays behind: it is started by what runs once in the process, or by commands that serve
// nothing, and nothing but another goroutine waits for it.
func (m *Model) endsWithProcess(spawn *facts.Event) bool {
	for g, wait := range m.on(m.e.Widen(spawn.Group), facts.Wait) {
		if wait.Via == nil && !m.runsAsync(g) {
			return false
		}
	}
	starter := spawn.Instr.Parent()
	return m.e.OnceAProcess(starter) || m.e.OnceACommand(starter) && !m.staysUp()
}

// staysUp reports whether something in the package serves, or waits for a signal.
func (m *Model) staysUp() bool {
	for range m.every(facts.Serve, facts.Notify) {
		return true
	}
	return false
}

// unanswered finds the function's own receive from a goroutine that can end without its only send.
func (m *Model) unanswered(f *function, channel facts.Set) []Stuck {
	var recv, send *facts.Event
	for _, ev := range f.events {
		if !ev.Subject.Meets(channel) {
			continue
		}
		switch {
		case ev.Kind == facts.Receive && ev.Spawned == nil && recv == nil && ev.Case < 0 && ev.Via == nil && !facts.InLoop(ev.Instr):
			recv = ev
		case ev.Kind == facts.Send && ev.Spawned != nil && send == nil && ev.Case < 0 && ev.Via != nil && ev.Via.Via == nil:
			send = ev
		default:
			return nil // more than one side, a close, or a select: somebody else may answer
		}
	}
	if recv == nil || send == nil || !facts.Dominates(send.Spawned.Instr, recv.Instr) || facts.InLoop(send.Spawned.Instr) {
		return nil
	}
	origin := send.Origin().Instr
	if g := m.function(origin.Parent()); g == nil || slices.ContainsFunc(g.events, func(ev *facts.Event) bool {
		return ev.Subject.Meets(channel) && ev.Origin() != send.Origin()
	}) {
		return nil // the goroutine sends at several places, which its starter sees as one
	}
	asked := m.e.AsksNil(origin, send.Subject) // there is a channel
	var leave ssa.Instruction
	facts.Walk(nil, origin.Parent(), func(in ssa.Instruction) bool {
		if _, ok := in.(*ssa.Return); ok && leave == nil {
			leave = in
		}
		return in != origin && !slices.Contains(asked, in)
	})
	if leave == nil {
		return nil
	}
	return []Stuck{{Site: m.site(recv.Instr), Leave: m.site(leave), Spawn: m.site(send.Spawned.Instr), Caller: true}}
}

// keptOutside reports whether the channel is stored where code outside the function and its literals can use it.
func (m *Model) keptOutside(f *function, channel facts.Set) bool {
	for _, o := range m.e.Holders(channel) {
		if _, cell := o.Value.(*ssa.Alloc); !cell || o.Kind != facts.Made {
			return true
		}
	}
	for g, ev := range m.on(channel, facts.Notify, facts.Unnotify, facts.Receive, facts.Send, facts.Close, facts.Exit) {
		if ev.Via == nil && root(g.ssa) != root(f.ssa) {
			return true
		}
	}
	return m.e.SeenOutside(channel, f.ssa)
}

func root(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// peerLeaves finds a return that the function reaches after it started the goroutine without doing its side of the channel. Both sides must
// be plain to see: the goroutine is the only one of its side, and every other operation on the channel is the function's own.
func (m *Model) peerLeaves(f *function, stuck *facts.Event, channel facts.Set, peer facts.EventKind) ssa.Instruction {
	own := map[ssa.Instruction]*facts.Event{}
	for _, ev := range f.events {
		if !ev.Subject.Meets(channel) || ev == stuck {
			continue
		}
		closes := ev.Kind == facts.Close && stuck.Kind == facts.Receive // a close lets every receive go on
		switch {
		case closes && (ev.Spawned != nil || ev.Mode != facts.Sync || ev.Via != nil):
			return nil
		case closes:
			own[ev.Instr] = ev
		case ev.Kind == peer && (ev.Spawned != nil || ev.Mode == facts.Deferred || ev.Mode == facts.Callback || ev.Via != nil):
			return nil // somebody else, or a deferred call, may do it
		case ev.Kind == peer:
			own[ev.Instr] = ev
		case ev.Kind == stuck.Kind && ev.Origin() != stuck.Origin() && ev.Spawned == stuck.Spawned && exclusive(ev, stuck):
			// another branch of the same goroutine
		}
	}
	if len(own) == 0 {
		return nil // nobody is there at all: a different defect, or a channel used in a way that is not in view
	}
	if stuck.Kind == facts.Send && m.moreSenders(f, stuck, channel, own) {
		for in := range own {
			return in
		}
	}
	return m.leaves(f, stuck, own)
}

// moreSenders reports whether more goroutines send than the function receives: it receives once for each place where it does, outside loops,
// or leaves its receiving loop early while the goroutine goes on sending.
func (m *Model) moreSenders(f *function, stuck *facts.Event, channel facts.Set, own map[ssa.Instruction]*facts.Event) bool {
	senders := map[*facts.Event]bool{}
	for _, ev := range f.events {
		if ev.Kind == facts.Send && ev.Case < 0 && ev.Spawned != nil && ev.Spawned.Spawned == nil && ev.Subject.Meets(channel) {
			sender := ev.Spawned
			if ev.Once {
				sender = ev.Origin() // whichever goroutine comes first sends, and no other
			}
			senders[sender] = true
		}
		if ev.Kind == facts.Send && ev.Once && ev.Subject.Meets(channel) {
			return false // of all that send through a sync.Once, one does
		}
	}
	looped := facts.InLoop(stuck.Origin().Instr)
	for in := range own {
		if !facts.InLoop(in) {
			continue
		}
		return looped && m.rangesOver(own[in]) && leavesRange(in)
	}
	if facts.InLoop(stuck.Spawned.Instr) { // the first of many is taken
		return len(own) == 1 && stuck.Must && m.e.Always(stuck.Origin())
	}
	return len(senders) > len(own) && !serveTogether(f, senders)
}

// serveTogether reports whether one of the goroutines serves until it sends: the first of them to end is the end of the service, and whoever runs that is
// done with it.
func serveTogether(f *function, senders map[*facts.Event]bool) bool {
	return slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.Serve && ev.Spawned != nil && (senders[ev.Spawned])
	})
}

// exclusive reports whether one run of the goroutine meets only one of the two events.
func exclusive(a, b *facts.Event) bool {
	x, y := a.Origin().Instr, b.Origin().Instr
	return x.Parent() == y.Parent() && !facts.Reaches(x, y) && !facts.Reaches(y, x)
}

// leaves walks from the go statement to a return, past none of the function's own operations on the channel. A select that offers one is
// passed through its other cases, unless the goroutine itself makes that case ready instead. What follows the signal to stop the process is left
// out where nothing waits for the goroutine: the end of the process ends it.
func (m *Model) leaves(f *function, stuck *facts.Event, own map[ssa.Instruction]*facts.Event) ssa.Instruction {
	var found ssa.Instruction
	beyond := m.e.Always(stuck.Origin()) // a return before the function's side counts if the goroutine's is sure to come; else both have to fail at once
	ending := m.stopsAt(f, stuck)
	seen := map[ssa.Instruction]bool{}
	var visit func(in ssa.Instruction) bool
	visit = func(in ssa.Instruction) bool {
		if found != nil || seen[in] {
			return false
		}
		seen[in] = true
		if len(ending[in]) > 0 || own[in] != nil {
			sel, ok := in.(*ssa.Select)
			if !ok {
				return false
			}
			states, otherwise := facts.CaseBlocks(sel)
			before := beyond
			for i, b := range states {
				beyond = before || b != nil && !comesTo(b, own)
				if b != nil && b != sel.Block() && (own[in] == nil || own[in].Case != i) && !ending[in][i] && !m.madeReady(f, stuck, sel, i) {
					facts.WalkBlock(b, visit)
				}
			}
			if otherwise != nil {
				beyond = before || !comesTo(otherwise, own)
				facts.WalkBlock(otherwise, visit)
			}
			beyond = before
			return false
		}
		if _, ok := in.(*ssa.Return); ok {
			if beyond {
				found = in
			}
			return false
		}
		return !m.loopsOver(in, own)
	}
	facts.Walk(stuck.Spawned.Instr, nil, visit)
	return found
}

// stopsAt returns the function's receives of a signal to stop the process, with the cases of selects, if nothing waits for the goroutine.
func (m *Model) stopsAt(f *function, stuck *facts.Event) map[ssa.Instruction]map[int]bool {
	if len(stuck.Spawned.Group) > 0 || slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.Discount && rootSpawn(ev) == stuck.Spawned
	}) {
		return nil
	}
	at := map[ssa.Instruction]map[int]bool{}
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Via == nil && ev.Spawned == nil && m.isStopSignal(ev.Subject) {
			if at[ev.Instr] == nil {
				at[ev.Instr] = map[int]bool{}
			}
			at[ev.Instr][ev.Case] = true
		}
	}
	return at
}

// isStopSignal reports whether the channel is nothing but one that this package registers for the signals to stop the process, or the Done of a ctx
// that they end. One derived from that may end sooner.
func (m *Model) isStopSignal(channel facts.Set) bool {
	for _, o := range channel {
		if o.Kind == facts.Done {
			o = o.Of
		}
		taken := false
		for _, ev := range m.on(facts.Set{o}, facts.Notify) {
			taken = taken || ev.Signals.Lists(facts.SIGINT, facts.SIGTERM)
		}
		if !taken {
			return false
		}
	}
	return len(channel) > 0
}

// comesTo reports whether control can still reach one of the operations from the block.
func comesTo(b *ssa.BasicBlock, own map[ssa.Instruction]*facts.Event) bool {
	reached := false
	facts.WalkBlock(b, func(in ssa.Instruction) bool {
		reached = reached || own[in] != nil
		return !reached
	})
	return reached
}

// loopsOver reports whether the instruction ends a block from which a loop that does the operation begins: the loop is taken to run as often
// as it must.
func (m *Model) loopsOver(in ssa.Instruction, own map[ssa.Instruction]*facts.Event) bool {
	branch, ok := in.(*ssa.If)
	if !ok {
		return false
	}
	for op := range own {
		if facts.InLoop(op) && op.Block() != in.Block() && branch.Block().Dominates(op.Block()) && (facts.Reaches(op, branch) || entersRange(branch, op)) {
			return true
		}
	}
	return false
}

// entersRange reports whether the branch leads into a loop over a number: that is asked once before the loop, and then at the end of each round.
func entersRange(branch *ssa.If, op ssa.Instruction) bool {
	cmp, ok := branch.Cond.(*ssa.BinOp)
	if !ok || cmp.Op != token.LSS {
		return false
	}
	zero, ok := cmp.X.(*ssa.Const)
	return ok && zero.Value != nil && constant.Sign(zero.Value) == 0 && facts.Reaches(op, branch.Block().Succs[0].Instrs[0])
}

// madeReady reports whether the goroutine itself does what the case waits for, on a way that does not meet the stuck operation.
func (m *Model) madeReady(f *function, stuck *facts.Event, sel *ssa.Select, state int) bool {
	want := m.e.Eval(sel.States[state].Chan)
	for _, ev := range f.events {
		if rootSpawn(ev) != stuck.Spawned || !ev.Subject.Meets(want) || len(ev.Origin().Steps) > 0 {
			continue // what another package's function does there, it does before it fails
		}
		if ev.Kind == facts.Close || ev.Kind == facts.Send || ev.Kind == facts.Cancel {
			return true
		}
	}
	return false
}

// runsAsync reports whether a go statement runs the function.
func (m *Model) runsAsync(f *function) bool {
	if m.async == nil {
		m.async = map[*ssa.Function]bool{}
		for _, spawn := range m.every(facts.Spawn) {
			if spawn.Via != nil {
				continue
			}
			for _, o := range spawn.Body {
				if fn := bodyOf(o); fn != nil {
					m.async[fn] = true
				}
			}
		}
	}
	return m.async[f.ssa]
}
