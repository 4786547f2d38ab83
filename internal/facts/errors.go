package facts

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// ErrorUse is a place that an error reaches while it can still be the one that says the server was stopped: nothing on the way tells it from
// other errors.
type ErrorUse struct {
	Instr  ssa.Instruction   // an exit, or a return of an exported function
	Event  *Event            // the exit; nil for a return
	Result int               // the index of the returned error
	Way    []ssa.Instruction // where the error comes from on its way: the Serve, then receives, waits and calls that yield it
}

// ServeError is where the error of a stopped server comes into this package: a Serve call, or a call of an import's function that returns
// that of its own.
type ServeError struct {
	Call  *ssa.Call
	Event *Event // the Serve; nil where an import's function serves
	Uses  []ErrorUse

	Drained bool // an import's function returns the error behind the stop
}

// ServeErrors follows the error of each Serve call, as it is after a stop, to the exits and returns that it reaches: through tests,
// channels, groups and the package's own callers.
func (e *Engine) ServeErrors() []ServeError {
	if e.serveErrors != nil {
		return e.serveErrors
	}
	e.serveErrors = []ServeError{}
	for _, fn := range e.Funcs {
		serves := map[ssa.Instruction]*Event{}
		for _, ev := range e.Events(fn) {
			if ev.Kind == Serve && ev.Via == nil && len(ev.Steps) == 0 && ReturnsWhenStopped(ev) {
				serves[ev.Instr] = ev
			}
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok {
					e.serveError(call, serves[call])
				}
			}
		}
		for _, ev := range e.Events(fn) {
			e.memberError(fn, ev)
		}
	}
	return e.serveErrors
}

// memberError follows the error of a Serve that a group runs as its member, such as a method value: the group's Wait returns it.
func (e *Engine) memberError(fn *ssa.Function, ev *Event) {
	call, ok := ev.Instr.(*ssa.Call)
	if !ok || ev.Kind != Serve || ev.Via != nil || ev.Spawned == nil || ev.Spawned.Instr != ev.Instr || !ReturnsWhenStopped(ev) {
		return
	}
	if len(ev.Steps) > 0 && !e.returnsStopped(ev.Spawned.Body) {
		return
	}
	t := e.trail(stoppedServer)
	t.waitsFor(fn, ev.Spawned.Group, []ssa.Instruction{call})
	e.serveErrors = append(e.serveErrors, ServeError{Call: call, Event: ev, Uses: t.uses})
}

// returnsStopped reports whether one of the functions is an import's that returns the error of its stopped server, and does not tell it from others.
func (e *Engine) returnsStopped(functions Set) bool {
	for _, o := range functions {
		fn := o.Func
		if o.Kind == Code && fn == nil {
			fn = e.codeCallee(o.Value, nil, nil).Func
		}
		if fn == nil {
			continue
		}
		if sum := e.summary(fn); sum != nil && sum.Stopped > 0 {
			return true
		}
	}
	return false
}

// The words that knowledge has for the errors that a Serve returns: after a stop of its server, and after its listener was closed first.
const (
	stoppedServer  = "http"
	closedListener = "net"
)

// SparesStopped reports whether the function has told its error, before the instruction, from that of a server that was stopped.
func (e *Engine) SparesStopped(in ssa.Instruction) bool {
	for b := in.Block(); b != nil; b = b.Idom() {
		for _, load := range b.Instrs {
			if u, ok := load.(*ssa.UnOp); ok && e.saysClosed(u, stoppedServer) {
				return true
			}
		}
	}
	return false
}

// saysClosed reports whether the value is a variable that knowledge names as the error of what was closed.
func (e *Engine) saysClosed(u *ssa.UnOp, closed string) bool {
	g, ok := u.X.(*ssa.Global)
	return ok && e.Base.Var(g.Object()).Word("closed") == closed
}

func (e *Engine) trail(closed string) *errorTrail {
	return &errorTrail{Engine: e, closed: closed, seen: map[ssa.Value]bool{}}
}

// ListenerErrors follows the error that a Serve call returns when its listener is closed before its server is stopped.
func (e *Engine) ListenerErrors(serve *ssa.Call) []ErrorUse {
	t := e.trail(closedListener)
	t.resultAt(serve, 0, nil)
	return t.uses
}

func (e *Engine) serveError(call *ssa.Call, serve *Event) {
	found := ServeError{Call: call, Event: serve}
	index := -1
	if serve != nil {
		index = 0
	}
	callees, _ := e.Callees(call)
	for _, c := range callees {
		if c.Fn != nil || c.Func == nil || e.Base.Func(c.Func) != nil {
			continue
		}
		if sum := e.summary(c.Func); sum != nil && sum.Stopped > 0 {
			index, found.Drained = sum.Stopped-1, sum.Drained
		}
	}
	if index < 0 || index >= call.Call.Signature().Results().Len() {
		return
	}
	t := e.trail(stoppedServer)
	if found.Event != nil && e.stoppedHere(found.Event) {
		t.serve = found.Event
	}
	t.resultAt(call, index, nil)
	found.Uses = t.uses
	for v := range t.seen {
		e.stopErrors[v] = true
	}
	e.serveErrors = append(e.serveErrors, found)
}

// ReturnsWhenStopped reports whether the Serve comes back with an error as soon as a stop begins. A gRPC server's does not.
func ReturnsWhenStopped(ev *Event) bool { return ev.Server == "http" || ev.Server == "echo" }

// stoppedResult returns 1 + the index of the function's result that can be the error of a stopped server, or 0, and whether the stop is over
// whenever it is.
func (e *Engine) stoppedResult(fn *ssa.Function) (result int, drained bool) {
	for _, source := range e.ServeErrors() {
		for _, use := range source.Uses {
			if use.Event != nil || use.Instr.Parent() != fn || e.onlyStoppedLater(source.Event, use) {
				continue
			}
			behind := source.Event != nil && e.ReadBehindStop(source.Event, use)
			drained = behind && (result == 0 || drained)
			result = use.Result + 1
		}
	}
	return result, drained
}

type errorTrail struct {
	*Engine
	closed string // which error it is
	serve  *Event // where it comes from, if only this package stops the server
	seen   map[ssa.Value]bool
	uses   []ErrorUse
}

// follow walks from the instruction that yields the error over the paths that a stopped server's error can take.
func (t *errorTrail) follow(from ssa.Instruction, err ssa.Value, way []ssa.Instruction) {
	if t.seen[err] || len(way) > 6 {
		return
	}
	t.seen[err] = true
	w := t.walk(from.Parent(), err, append(way[:len(way):len(way)], from))
	w.block(from.Block(), indexOf(from)+1, false)
}

// enter walks through a function that gets the error as a parameter.
func (t *errorTrail) enter(fn *ssa.Function, err *ssa.Parameter, way []ssa.Instruction) {
	t.walk(fn, err, way).block(fn.Blocks[0], 0, false)
}

// leadingTo returns 1 + the index of the parameter whose error, as it is after the stop of a server, leads to the exit: the function is a
// check that ends the process. It is 0 where none does.
func (e *Engine) leadingTo(fn *ssa.Function, exit *Event) int {
	if exit.Mode != Sync {
		return 0
	}
	for i, p := range fn.Params {
		if !IsError(p.Type()) {
			continue
		}
		t := e.trail(stoppedServer)
		t.enter(fn, p, nil)
		if slices.ContainsFunc(t.uses, func(use ErrorUse) bool { return use.Event != nil && use.Instr == exit.Instr }) {
			return i + 1
		}
	}
	return 0
}

func (t *errorTrail) walk(fn *ssa.Function, err ssa.Value, way []ssa.Instruction) *errorWalk {
	exits := map[ssa.Instruction]*Event{}
	for _, ev := range t.Events(fn) {
		if ev.Kind == Exit && ev.Mode == Sync && ev.Word != "goexit" && ev.Must {
			exits[ev.Instr] = ev
		}
	}
	return &errorWalk{trail: t, carried: carriers(err), exits: exits, way: way, seen: map[walkState]bool{}}
}

// received goes on where the package receives from the channel.
func (w *errorWalk) received(channel ssa.Value) {
	objects := w.trail.Eval(channel)
	for _, fn := range w.trail.Funcs {
		for _, ev := range w.trail.Events(fn) {
			if ev.Kind != Receive || ev.Via != nil || !ev.Subject.Meets(objects) {
				continue
			}
			if w.trail.serve != nil && w.trail.readsUnstopped(w.trail.serve, ev.Instr) {
				continue // another way, on which the server is stopped, may lead to the same place
			}
			switch in := ev.Instr.(type) {
			case *ssa.UnOp:
				w.trail.follow(in, in, w.way)
			case *ssa.Select:
				w.selected(in, ev.Case)
			}
		}
	}
}

// selected goes on in the case of a select that receives the error.
func (w *errorWalk) selected(sel *ssa.Select, state int) {
	index := 2
	for i := range state {
		if sel.States[i].Dir == types.RecvOnly {
			index++
		}
	}
	for _, ref := range *sel.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == index {
			w.trail.follow(x, x, w.way)
		}
	}
}

// returned goes on at the callers in this package, and at the Wait of the group that the function runs in. A return of an exported function
// is a use of its own.
func (w *errorWalk) returned(ret *ssa.Return) {
	index := -1
	for i, v := range ret.Results {
		if stored := LastStored(v); stored != nil {
			v = stored
		}
		if w.holds(v) {
			index = i
		}
	}
	if index < 0 {
		return
	}
	fn := ret.Parent()
	for _, site := range w.trail.stores.calls[fn] {
		if call, ok := site.(*ssa.Call); ok && !hasReceiverLoop(call, fn) {
			w.trail.resultAt(call, index, w.way)
		}
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && fn.Parent() == nil {
		w.trail.uses = append(w.trail.uses, ErrorUse{Instr: ret, Result: index, Way: w.way})
	}
	w.trail.waited(fn, w.way)
}

func hasReceiverLoop(call *ssa.Call, fn *ssa.Function) bool { return call.Parent() == fn }

// resultAt follows a result of a call in the caller.
func (t *errorTrail) resultAt(call *ssa.Call, index int, way []ssa.Instruction) {
	if call.Call.Signature().Results().Len() == 1 {
		t.follow(call, call, way)
		return
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == index {
			t.follow(x, x, way)
		}
	}
}

// waited follows the error of a group's member to what its Wait returns.
func (t *errorTrail) waited(member *ssa.Function, way []ssa.Instruction) {
	for _, fn := range t.Funcs {
		for _, spawn := range t.Events(fn) {
			if spawn.Kind != Spawn || spawn.Via != nil || len(spawn.Group) == 0 || !t.runs(spawn, member) {
				continue
			}
			t.waitsFor(fn, spawn.Group, way)
		}
	}
}

// waitsFor follows the error to what the function's waits for the group return.
func (t *errorTrail) waitsFor(fn *ssa.Function, group Set, way []ssa.Instruction) {
	for _, wait := range t.Events(fn) {
		call, ok := wait.Instr.(*ssa.Call)
		if ok && wait.Kind == Wait && wait.Via == nil && wait.Subject.Meets(group) && call.Call.Signature().Results().Len() == 1 {
			t.follow(call, call, way)
		}
	}
}

// runs reports whether the spawn runs the function.
func (t *errorTrail) runs(spawn *Event, fn *ssa.Function) bool {
	for _, o := range spawn.Body {
		if mc, ok := o.Value.(*ssa.MakeClosure); ok && mc.Fn == fn || o.Value == ssa.Value(fn) {
			return true
		}
	}
	return false
}

// ErrorOf returns the call whose error the value is, also where a variable has kept it since, or nil.
func ErrorOf(v ssa.Value) *ssa.Call {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = LastStored(load)
	}
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	if call == nil || errorResult(call) == nil {
		return nil
	}
	return call
}
