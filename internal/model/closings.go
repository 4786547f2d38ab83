package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// UnsafeClose is the close of a channel on which others can still send.
type UnsafeClose struct {
	Site   Site   // the close
	Other  Site   // the send, the second close, or the function that hands the channel out
	Sender string // what sends: a function that anybody may call, or nothing for a goroutine of the package
	Twice  bool   // the other is a second close
}

// UnsafeCloses returns the closes, on the way of a stop, of channels that a goroutine which is not waited for, or a function that others call,
// still sends on.
func (m *Model) UnsafeCloses() []UnsafeClose {
	var all []UnsafeClose
	for f, cl := range m.every(facts.Close) {
		if cl.Via != nil || len(cl.Steps) > 0 || cl.Once || !m.closedAtStop(f, cl) {
			continue
		}
		if found, ok := m.unsafeClose(f, cl); ok {
			all = append(all, found)
		}
	}
	return all
}

// closedAtStop reports whether the close belongs to a stop: the function is named for one, a goroutine makes it when it is told to end, or it is
// in a literal that is handed to others to call.
func (m *Model) closedAtStop(f *function, cl *facts.Event) bool {
	if stopName(root(f.ssa).Name()) || m.handedOut(f.ssa) {
		return true
	}
	for _, recv := range f.events {
		if recv.Kind == facts.Receive && recv.Spawned == nil && !recv.Subject.Meets(cl.Subject) && m.toldToEnd(recv) && facts.Follows(recv, cl.Instr) {
			return true
		}
	}
	return false
}

// toldToEnd reports whether the receive is from the Done of a ctx or from a channel of empty values, which tell nothing but that they came.
func (m *Model) toldToEnd(recv *facts.Event) bool {
	if len(doneOf(recv.Subject)) > 0 || m.isSignal(recv.Subject) {
		return true
	}
	for _, o := range recv.Subject {
		if t := o.Type(); t != nil {
			if ch, ok := t.Underlying().(*types.Chan); ok {
				st, ok := ch.Elem().Underlying().(*types.Struct)
				return ok && st.NumFields() == 0
			}
		}
	}
	return false
}

// handedOut reports whether the function is a literal that is an argument of a call whose callee is not in view, or is put into a list.
func (m *Model) handedOut(fn *ssa.Function) bool {
	if fn.Parent() == nil {
		return false
	}
	for _, b := range fn.Parent().Blocks {
		for _, in := range b.Instrs {
			mc, ok := in.(*ssa.MakeClosure)
			if !ok || mc.Fn != fn {
				continue
			}
			for _, ref := range *mc.Referrers() {
				switch ref := ref.(type) {
				case *ssa.Call:
					if slices.Contains(ref.Call.Args, ssa.Value(mc)) && !m.e.InView(ref) {
						return true
					}
				case *ssa.Store:
					if _, element := ref.Addr.(*ssa.IndexAddr); element {
						return true
					}
				case *ssa.ChangeType, *ssa.MakeInterface:
					return true
				}
			}
		}
	}
	return false
}

func (m *Model) unsafeClose(f *function, cl *facts.Event) (UnsafeClose, bool) {
	channel := named(cl.Subject)
	if len(channel) == 0 || m.stoppedBefore(f, cl) || m.e.Unused(f.ssa) {
		return UnsafeClose{}, false
	}
	for g, send := range m.on(channel, facts.Send) {
		if send.Via != nil || len(send.Steps) > 0 || g == f || m.guarded(f, cl, g, send) {
			continue
		}
		if name, ok := m.sendsLater(f, cl, g, send); ok {
			return UnsafeClose{Site: m.site(cl.Instr), Other: m.sendSite(send), Sender: name}, true
		}
	}
	if other := m.secondClose(f, cl); other != nil {
		return UnsafeClose{Site: m.site(cl.Instr), Other: m.site(other.Instr), Twice: true}, true
	}
	if fn := m.handsOut(channel); fn != nil && !m.handedOutAt(cl) {
		return UnsafeClose{Site: m.site(cl.Instr), Other: Site{Pos: fn.Pos(), Line: m.Pass.Fset.Position(fn.Pos()).Line}, Sender: fn.Name()}, true
	}
	return UnsafeClose{}, false
}

// named leaves out what says nothing about identity: parameters and nil.
func named(set facts.Set) facts.Set {
	var out facts.Set
	for _, o := range set {
		if o.Kind == facts.Field || o.Kind == facts.Global || o.Kind == facts.Made {
			out = append(out, o)
		}
	}
	return out
}

// sendSite is the send, also as a case of a select.
func (m *Model) sendSite(send *facts.Event) Site {
	if _, ok := send.Instr.(*ssa.Select); ok {
		return m.receiveSite(send)
	}
	return m.site(send.Instr)
}

// stoppedBefore reports whether a server is stopped before the close, in the same function or in the ones that call it: what its handlers
// send has been sent then.
func (m *Model) stoppedBefore(f *function, cl *facts.Event) bool {
	for _, x := range m.seen(f, cl) {
		for _, ev := range x.f.events {
			if (ev.Kind == facts.Drain || ev.Kind == facts.Halt) && ev.Spawned == x.ev.Spawned && ev.Server != "listener" && onlyAfter(ev, x.ev) {
				return true
			}
		}
	}
	return false
}

// sighting is an event as one of the functions that it happens in sees it.
type sighting struct {
	f  *function
	ev *facts.Event
}

// seen returns the event as its own function and those that lead to it see it.
func (m *Model) seen(f *function, ev *facts.Event) []sighting {
	all := []sighting{{f, ev}}
	for _, s := range m.sightingsOf(ev.Kind)[ev.Origin()] {
		if s.ev != ev && above(s.ev, ev) {
			all = append(all, s)
		}
	}
	return all
}

// sightingsOf returns the events of a kind as the callers of the functions that they happen in see them, by where they come from.
func (m *Model) sightingsOf(kind facts.EventKind) map[*facts.Event][]sighting {
	if known, ok := m.sightings[kind]; ok {
		return known
	}
	all := map[*facts.Event][]sighting{}
	for f, ev := range m.every(kind) {
		if ev.Via != nil {
			all[ev.Origin()] = append(all[ev.Origin()], sighting{f, ev})
		}
	}
	m.sightings[kind] = all
	return all
}

// guarded reports whether the send is made not to meet the closed channel: it chooses between the send and something received, or one lock is
// taken before both, or it looks at a field that the closing function sets, or it recovers, or it puts back what it has taken from the same channel.
func (m *Model) guarded(f *function, cl *facts.Event, g *function, send *facts.Event) bool {
	if sel, ok := send.Instr.(*ssa.Select); ok {
		for _, st := range sel.States {
			if st.Dir == types.RecvOnly {
				return true
			}
		}
	}
	return m.taken(g, send).Meets(send.Subject) || m.oneLock(f, cl, g, send) || m.e.Recovers(root(g.ssa)) || m.e.ReadsFlag(send.Instr, f.ssa)
}

// oneLock reports whether one lock is taken before both events, whoever calls their functions. It need not be held still: what is looked up or
// taken out of a map under it settles who may use the channel. A value that both take out of one channel is such a lock too.
func (m *Model) oneLock(f *function, a *facts.Event, g *function, b *facts.Event) bool {
	if m.taken(f, a).Meets(m.taken(g, b)) {
		return true
	}
	return m.locksAt(f, a, 0).Meets(m.locksAt(g, b, 0))
}

// taken returns the channels that the function has received a value from before the event.
func (m *Model) taken(f *function, ev *facts.Event) facts.Set {
	var set facts.Set
	for _, recv := range f.events {
		if recv.Kind == facts.Receive && recv.Via == nil && recv.Spawned == ev.Spawned && recv.Instr != ev.Instr && !m.toldToEnd(recv) && precedes(recv, ev) {
			set = set.Union(fieldsOf(recv.Subject))
		}
	}
	return set
}

// locksAt returns the locks that are taken before the event: in its own function, or in all that call it.
func (m *Model) locksAt(f *function, ev *facts.Event, depth int) facts.Set {
	var locks facts.Set
	for _, lock := range f.events {
		if lock.Kind == facts.Lock && lock.Spawned == ev.Spawned && lock.Instr != ev.Instr && precedes(lock, ev) {
			locks = locks.Union(lock.Subject)
		}
	}
	if len(locks) > 0 || depth > 3 {
		return locks
	}
	first := true
	for _, s := range m.seen(f, ev) {
		if s.ev.Via != ev || s.ev.Spawned != nil {
			continue
		}
		above := m.locksAt(s.f, s.ev, depth+1)
		if first {
			locks, first = above, false
		} else if !locks.Meets(above) {
			return nil
		}
	}
	return locks
}
