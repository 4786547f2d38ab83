package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// lift adds the callee's events as seen from the call: its parameters replaced, its modes within the call's.
func (s *scan) lift(in ssa.CallInstruction, c Callee, events []*Event, mode Mode, spawn *Event) {
	lifted := map[*Event]*Event{} // goroutines
	brief := s.brief(c.Fn, events)
	for _, ev := range s.rising(c.Fn, events) {
		up := *ev
		up.Instr, up.Via = in, ev
		up.Subject = s.substitute(ev.Subject, c, in)
		up.Ctx = s.substitute(ev.Ctx, c, in)
		up.Details = s.liftDetails(ev.Details, c, in)
		up.Fresh = s.substitute(parametersOf(c.Fn, ev.Subject.Union(ev.Ctx)), c, in)
		up.Mode, up.Must = within(mode, ev.Mode), ev.Must && s.practically(ev)
		up.Brief = ev.Brief || ev.Kind == Lock && brief[s.setKey(ev.Subject)]
		up.ComesBack = !up.Must && s.comesBack(ev)
		up.Spawned = spawn
		if ev.Spawned != nil {
			up.Spawned = lifted[ev.Spawned]
		}
		s.add(&up)
		if ev.Kind == Spawn {
			lifted[ev] = &up
		}
		s.runLifted(in, ev, &up)
	}
}

// rising returns those of a function's events that its callers see.
func (e *Engine) rising(fn *ssa.Function, events []*Event) []*Event {
	known, ok := e.risings[fn]
	if ok || len(events) == 0 {
		return known
	}
	spawns, met := map[*Event]bool{}, map[likeness]bool{}
	brief := e.brief(fn, events)
	for _, ev := range events {
		if ev.Spawned != nil && !spawns[ev.Spawned] || !rises(ev, fn) || ev.Kind == Unlock && brief[e.setKey(ev.Subject)] || e.metAlike(met, ev) || settledBelow(ev, fn) {
			continue
		}
		known = append(known, ev)
		if ev.Kind == Spawn {
			spawns[ev] = true
		}
	}
	e.risings[fn] = known
	return known
}

// liftDetails replaces the callee's parameters in what only some events have.
func (s *scan) liftDetails(a *Details, c Callee, in ssa.CallInstruction) *Details {
	if a == plain {
		return plain
	}
	up := &Details{
		Group: s.substitute(a.Group, c, in), Body: s.substitute(a.Body, c, in), Listen: s.substitute(a.Listen, c, in), Signals: s.relist(a.Signals, c),
	}
	for _, set := range a.Args {
		up.Args = append(up.Args, s.substitute(set, c, in))
	}
	return up
}

// settledBelow reports whether the callers of fn need not see the event: it happens on a goroutine that was started deeper down, to things that
// no caller hands in. The functions on the way hold it, and in a large package nearly every function starts, by some way, nearly every goroutine.
// What tells the end of a goroutine stays, since callers may wait for that.
func settledBelow(ev *Event, fn *ssa.Function) bool {
	if ev.Spawned == nil || ev.Spawned.Depth() < 2 {
		return false
	}
	switch ev.Kind {
	case Lock, Unlock, Exit, Save, Release, Invoke, Spawn:
	default:
		return false
	}
	return !slices.ContainsFunc([]Set{ev.Subject, ev.Ctx, ev.Group, ev.Body}, func(set Set) bool {
		return slices.ContainsFunc(set, func(o *Object) bool { return o.Kind == Param && outermost(o.Fn) == outermost(fn) })
	})
}

// likeness is what two events of a callee have in common that are one to its caller: the same thing happens to the same objects, wherever
// in the callee that is. Two goroutines are alike where one go statement starts both, with the same functions.
type likeness struct {
	kind    EventKind
	mode    Mode
	must    bool
	once    bool
	brief   bool
	back    bool
	word    string
	spawned *Event
	subject int32 // sets as their keys
	ctx     int32
	run     int32 // of a Spawn or Invoke: the number of what it runs
}

// running is what a Spawn or Invoke runs: where the goroutine starts, and sets as their keys.
type running struct {
	start       ssa.Instruction
	body, group int32
	args        string
}

// runKey returns a number that is the same for events that run the same, and for those only.
func (e *Engine) runKey(ev *Event) int32 {
	r := running{body: e.setKey(ev.Body)}
	if ev.Kind == Spawn {
		r.start, r.group = ev.Origin().Instr, e.setKey(ev.Group)
	} else {
		for _, arg := range ev.Args {
			r.args += arg.Key() + "/"
		}
	}
	key, ok := e.runKeys[r]
	if !ok {
		key = int32(len(e.runKeys) + 1)
		e.runKeys[r] = key
	}
	return key
}

// metAlike reports whether an event like this one has been met, and notes this one.
func (e *Engine) metAlike(met map[likeness]bool, ev *Event) bool {
	l := likeness{kind: ev.Kind, mode: ev.Mode, must: ev.Must, once: ev.Once, brief: ev.Brief, back: ev.ComesBack, word: ev.Word, spawned: ev.Spawned}
	l.subject, l.ctx = e.setKey(ev.Subject), e.setKey(ev.Ctx)
	switch ev.Kind {
	case Notify, Serve, Drain, OnStop:
		return false
	case Spawn, Invoke:
		l.run = e.runKey(ev)
	}
	known := met[l]
	met[l] = true
	return known
}

// runLifted adds what functions handed to the callee as parameters do there.
func (s *scan) runLifted(in ssa.CallInstruction, ev, up *Event) {
	if !hasParam(ev.Body) {
		return
	}
	body := up.Body.Union(s.inside(up.Body, functionType))
	from := len(s.events)
	defer func() {
		for _, ran := range s.events[from:] {
			ran.Must = ran.Must && up.Must
		}
	}()
	switch ev.Kind {
	case Spawn:
		s.run(in, body, nil, within(up.Mode, Async), up)
	case Invoke:
		s.run(in, body, up.Args, up.Mode, up.Spawned)
	case OnStop:
		s.run(in, body, nil, Callback, up.Spawned)
	}
}

// functionType stands for all function types where elements are looked for.
var functionType = types.NewSignatureType(nil, nil, nil, nil, nil, false)

func hasParam(set Set) bool {
	return slices.ContainsFunc(set, func(o *Object) bool { return o.Kind == Param })
}

// rises reports whether a callee's event means anything to its caller. What happens only to the callee's own things does not, unless a
// goroutine does it after the callee has returned.
func rises(ev *Event, fn *ssa.Function) bool {
	switch ev.Kind {
	case Receive:
		if ev.Via == nil && ev.Case < 0 {
			return true // a callee that waits lets its caller wait
		}
	case Invoke:
		// What a function does that is known is events of its own, and so is what functions were handed that only this package can call.
		return slices.ContainsFunc(ev.Body, func(o *Object) bool {
			return o.Kind != Code && o.Kind != Nil && (o.Kind != Param || outermost(o.Fn) == outermost(fn) || passedFromOutside(o))
		})
	case Send, Close, Lock, Unlock, Add, Discount, Wait, Cancel, Release:
	default:
		return true
	}
	if ev.Mode == Async || ev.Mode == Interrupt || fn.Parent() != nil {
		return true
	}
	for _, o := range ev.Subject {
		of := o
		if o.Kind == Done {
			of = o.Of
		}
		if of.Kind != Made && of.Kind != Nil || of.home() != fn {
			return true
		}
	}
	return false
}

// passedFromOutside reports whether importers can call the function that the parameter belongs to.
func passedFromOutside(param *Object) bool {
	f, ok := param.Fn.Object().(*types.Func)
	return ok && exposed(f)
}

// within is the mode of a callee's event seen through a call of the given mode.
func within(call, event Mode) Mode {
	switch {
	case call == Sync:
		return event
	case event == Sync, event == Deferred:
		return call
	case event == Async && (call == Async || call == Deferred):
		return Async
	case call == Callback || event == Callback:
		return Callback
	}
	return max(call, event)
}

// Always reports whether every path through the event's function to a return meets it.
func (e *Engine) Always(ev *Event) bool {
	if ev.Case > 0 {
		return false
	}
	met := true
	Walk(nil, ev.Instr.Parent(), func(in ssa.Instruction) bool {
		if _, ok := in.(*ssa.Return); ok {
			met = false
		}
		return met && in != ev.Instr
	})
	return met
}

// practically is Always, but for a cancel that a function makes unless there is none to be called, and for what blocks unless something has failed before.
func (e *Engine) practically(ev *Event) bool {
	if ev.Kind != Cancel && ev.Kind != Block || e.Always(ev) {
		return e.Always(ev)
	}
	var asked []ssa.Instruction
	if call, ok := ev.Instr.(ssa.CallInstruction); ok && ev.Kind == Cancel && ev.Via == nil {
		asked = e.AsksNil(ev.Instr, e.Eval(call.Common().Value))
	}
	missed := false
	Walk(nil, ev.Instr.Parent(), func(in ssa.Instruction) bool {
		if ret, ok := in.(*ssa.Return); ok {
			missed = missed || ev.Kind == Cancel || !ReturnsError(in.Parent()) || e.succeeds(ret)
		}
		return in != ev.Instr && !slices.Contains(asked, in)
	})
	return !missed
}

func parametersOf(fn *ssa.Function, set Set) Set {
	var params Set
	for _, o := range set {
		of := o
		if o.Kind == Done {
			of = o.Of
		}
		if of.Kind == Param && of.Fn == fn {
			params = append(params, o)
		}
	}
	return params
}
