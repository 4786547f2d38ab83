package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxEvents bounds the events of one function. What lies beyond is unknown.
const maxEvents = 2000

// Events returns what the function does, itself and through the functions it calls, in the order of its blocks. A function that calls itself
// contributes nothing to itself.
func (e *Engine) Events(fn *ssa.Function) []*Event {
	if known, ok := e.events[fn]; ok {
		return known
	}
	if e.running[fn] {
		return nil
	}
	e.running[fn] = true
	s := &scan{Engine: e, fn: fn, lifting: map[any]bool{}}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			s.instruction(in)
		}
	}
	delete(e.running, fn)
	e.events[fn] = s.events
	return s.events
}

// every returns the events of one kind, function by function. It must not be asked while the events of a function are gathered.
func (e *Engine) every(kind EventKind) []*Event {
	if known, ok := e.kinds[kind]; ok {
		return known
	}
	var all []*Event
	for _, fn := range e.Funcs {
		for _, ev := range e.Events(fn) {
			if ev.Kind == kind {
				all = append(all, ev)
			}
		}
	}
	e.kinds[kind] = all
	return all
}

// scan gathers the events of one function.
type scan struct {
	*Engine
	fn      *ssa.Function
	events  []*Event
	lifting map[any]bool // the functions whose events are being lifted
}

func (s *scan) add(ev *Event) *Event {
	ev.Details = ev.Details.orPlain()
	if ev.Via == nil && len(ev.Steps) == 0 {
		ev.Fresh, ev.Must = ev.Subject.Union(ev.Ctx), true
	}
	if len(s.events) < maxEvents {
		s.events = append(s.events, ev)
	}
	return ev
}

func (s *scan) instruction(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.Send:
		s.add(&Event{Kind: Send, Instr: in, Subject: s.Eval(in.Chan), Act: &Act{Case: -1}})
	case *ssa.UnOp:
		if _, ok := in.X.Type().Underlying().(*types.Chan); ok {
			s.add(&Event{Kind: Receive, Instr: in, Subject: s.Eval(in.X), Act: &Act{Case: -1}})
		}
	case *ssa.Select:
		for i, st := range in.States {
			kind := Receive
			if st.Dir == types.SendOnly {
				kind = Send
			}
			s.add(&Event{Kind: kind, Instr: in, Subject: s.Eval(st.Chan), Act: &Act{Case: i}})
		}
	case *ssa.Panic:
		if !isNoReturnMark(in) && !isSelectMark(in) {
			s.add(&Event{Kind: Exit, Instr: in, Subject: s.Eval(in.X), Act: &Act{Word: "panic"}})
		}
	case *ssa.Call:
		s.call(in, Sync)
	case *ssa.Defer:
		s.call(in, Deferred)
	case *ssa.Go:
		s.call(in, Async)
	}
}

// call adds what a call does. A go statement is a Spawn, and what the callee does happens on the new goroutine.
func (s *scan) call(in ssa.CallInstruction, mode Mode) {
	common := in.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "close" {
			s.add(&Event{Kind: Close, Mode: mode, Instr: in, Subject: s.Eval(common.Args[0]), Act: &Act{}})
		}
		return
	}
	callees, _ := s.Callees(in)
	var spawn *Event
	if mode == Async {
		spawn = s.add(&Event{Kind: Spawn, Instr: in, Act: &Act{}, Details: &Details{Body: s.bodies(common, callees)}})
	}
	from := len(s.events)
	if !common.IsInvoke() {
		s.functionValue(in, s.Eval(common.Value), s.argumentSets(common), mode, spawn)
	}
	for _, c := range callees {
		s.callee(in, c, mode, spawn)
	}
	if !common.IsInvoke() && s.runsOnce(common.Value) {
		s.markOnce(from)
	}
}

// runsOnce reports whether the function value is one that runs what it wraps at most once.
func (s *scan) runsOnce(v ssa.Value) bool {
	return slices.ContainsFunc(s.Eval(v), func(o *Object) bool { return s.makerEntry(o).Has("once") })
}

// markOnce notes for the events from an index on that they happen at most once.
func (s *scan) markOnce(from int) {
	for _, ev := range s.events[from:] {
		ev.Once = true
	}
}

// bodies are the functions that a go statement runs.
func (s *scan) bodies(common *ssa.CallCommon, callees []Callee) Set {
	if !common.IsInvoke() {
		if set := s.Eval(common.Value); len(set) > 0 {
			return set
		}
	}
	var set Set
	for _, c := range callees {
		if c.Fn != nil {
			set = set.Union(s.code(c.Fn))
		}
	}
	return set
}

// functionValue adds the call of a function value that is not code in view: a ctx's cancel, a registration's stop, or a parameter, which
// only the caller knows.
func (s *scan) functionValue(in ssa.CallInstruction, value Set, args []Set, mode Mode, spawn *Event) {
	var params Set
	for _, o := range value {
		if o.Kind == Param {
			params = append(params, o)
		}
		entry := s.makerEntry(o)
		if entry == nil {
			continue
		}
		for word, kind := range map[string]EventKind{"cancel": Cancel, "stop": Unnotify, "receives": Receive} {
			if op, ok := entry.Operand(word); ok && op.Index == o.Index {
				ctx := *o
				ctx.Index = 0
				s.add(&Event{Kind: kind, Mode: mode, Instr: in, Subject: s.one(ctx), Spawned: spawn, Act: &Act{Case: -1}})
			}
		}
	}
	for _, o := range value {
		s.iterate(in, o, args, mode, spawn)
	}
	if len(params) > 0 {
		s.add(&Event{Kind: Invoke, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{}, Details: &Details{Body: params, Args: args}})
	}
	kept := slices.DeleteFunc(slices.Clone(params), func(o *Object) bool { return outermost(o.Fn) == outermost(in.Parent()) })
	if len(kept) > 0 { // a constructor's parameter that a field holds
		s.run(in, kept, args, mode, spawn)
	}
}

// iterate adds what the body of a range statement does for each element, where the iterator is a library's. The body is the code that the
// iterator is called with: one that is only handed on, as to a function that collects, runs nothing here.
func (s *scan) iterate(in ssa.CallInstruction, iterator *Object, args []Set, mode Mode, spawn *Event) {
	op, ok := s.makerEntry(iterator).Operand("iterates")
	if !ok || len(args) != 1 {
		return
	}
	callees, _ := s.Callees(iterator.MakerCall())
	if len(callees) != 1 {
		return
	}
	container := s.operand(callees[0], op)
	for _, o := range args[0] {
		if o.Kind != Code || o.Value == nil {
			continue
		}
		body, ok := o.Value.Type().Underlying().(*types.Signature)
		if !ok || body.Params().Len() == 0 {
			continue
		}
		values := make([]Set, body.Params().Len())
		for i := range values {
			values[i] = s.inside(container, body.Params().At(i).Type())
		}
		values[len(values)-1] = values[len(values)-1].Union(container)
		s.run(in, Set{o}, values, mode, spawn)
	}
}

func (s *scan) argumentSets(common *ssa.CallCommon) []Set {
	sets := make([]Set, len(common.Args))
	for i, a := range common.Args {
		sets[i] = s.Eval(a)
	}
	return sets
}

// callee adds what one function that the call can reach does.
func (s *scan) callee(in ssa.CallInstruction, c Callee, mode Mode, spawn *Event) {
	if entry := s.Base.Func(c.Func); entry != nil {
		s.known(in, c, entry, mode, spawn)
		return
	}
	if c.Fn != nil {
		s.within(c.Fn, func() { s.lift(in, c, s.Events(c.Fn), mode, spawn) })
		return
	}
	if c.Func == nil {
		return
	}
	if sum := s.summary(c.Func); sum != nil {
		s.within(c.Func, func() { s.liftSummary(in, c, sum, mode, spawn) })
		return
	}
	s.stopByName(in, c, mode, spawn)
	for _, a := range c.Args {
		if a.Value != nil {
			s.run(in, s.Eval(a.Value), nil, Callback, nil)
		}
	}
}

// within lifts what a function does, unless that is under way: it may be handed, through a field, to a function that it calls.
func (s *scan) within(fn any, lift func()) {
	if s.lifting[fn] {
		return
	}
	s.lifting[fn] = true
	lift()
	delete(s.lifting, fn)
}

// stopByName adds a drain for a method named like one that takes a ctx and has no implementation in view.
func (s *scan) stopByName(in ssa.CallInstruction, c Callee, mode Mode, spawn *Event) {
	switch c.Func.Name() {
	case "Stop", "Shutdown", "Close", "Drain":
	default:
		return
	}
	sig := c.Func.Signature()
	if sig.Recv() == nil || !types.IsInterface(sig.Recv().Type()) || sig.Params().Len() != 1 || !IsContext(sig.Params().At(0).Type()) {
		return
	}
	s.add(&Event{Kind: Drain, Mode: mode, Instr: in, Subject: s.objects(c.Args[0]), Ctx: s.objects(c.Args[1]), Spawned: spawn, Act: &Act{HasCtx: true, Server: "unknown"}})
}

// run adds what the functions among the objects do when they are run at this instruction with the arguments.
func (s *scan) run(in ssa.CallInstruction, body Set, args []Set, mode Mode, spawn *Event) {
	bound := make([]Arg, len(args))
	for i, set := range args {
		bound[i] = Arg{Bound: set}
	}
	for _, o := range s.passedIn(body, in) {
		switch {
		case o.Kind == Code && o.Value != nil:
			s.callee(in, s.codeCallee(o.Value, nil, bound), mode, spawn)
		case o.Kind == Made:
			s.functionValue(in, Set{o}, args, mode, spawn)
		}
	}
}
