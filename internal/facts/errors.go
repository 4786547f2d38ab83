package facts

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// ErrorUse is a place that an error reaches while it can still be the one that says the server was stopped: nothing on the way tells it from
// other errors.
type ErrorUse struct {
	Instr  ssa.Instruction // an exit, or a return of an exported function
	Event  *Event          // the exit; nil for a return
	Result int             // the index of the returned error
	Way    []ssa.Instruction
}

// ServeError is where the error of a stopped server comes into this package: a Serve call, or a call of an import's function that returns
// that of its own.
type ServeError struct {
	Call  *ssa.Call
	Event *Event // the Serve; nil where an import's function serves
	Uses  []ErrorUse
}

// ServeErrors follows the error of each Serve call, as it is after a stop, to the exits and returns that it reaches: through tests,
// channels, groups and the package's own callers.
func (e *Engine) ServeErrors() []ServeError {
	if e.serveErrors != nil {
		return e.serveErrors
	}
	e.serveErrors = []ServeError{}
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok {
					e.serveError(call)
				}
			}
		}
	}
	return e.serveErrors
}

func (e *Engine) serveError(call *ssa.Call) {
	found := ServeError{Call: call}
	index := -1
	for _, ev := range e.Events(call.Parent()) {
		if ev.Instr == ssa.Instruction(call) && ev.Kind == Serve && ev.Via == nil && len(ev.Steps) == 0 && ReturnsWhenStopped(ev) {
			found.Event, index = ev, 0
		}
	}
	callees, _ := e.Callees(call)
	for _, c := range callees {
		if c.Fn != nil || c.Func == nil || e.Base.Func(c.Func) != nil {
			continue
		}
		if sum := e.summary(c.Func); sum != nil && sum.Stopped > 0 {
			index = sum.Stopped - 1
		}
	}
	if index < 0 || index >= call.Call.Signature().Results().Len() {
		return
	}
	t := &errorTrail{Engine: e, seen: map[ssa.Value]bool{}}
	t.resultAt(call, index, nil)
	found.Uses = t.uses
	e.serveErrors = append(e.serveErrors, found)
}

// ReturnsWhenStopped reports whether the Serve comes back with an error as soon as a stop begins. A gRPC server's does not.
func ReturnsWhenStopped(ev *Event) bool { return ev.Server == "http" || ev.Server == "echo" }

// stoppedResult returns 1 + the index of the function's result that can be the error of a stopped server, or 0.
func (e *Engine) stoppedResult(fn *ssa.Function) int {
	for _, source := range e.ServeErrors() {
		for _, use := range source.Uses {
			if use.Event == nil && use.Instr.Parent() == fn {
				return use.Result + 1
			}
		}
	}
	return 0
}

type errorTrail struct {
	*Engine
	seen map[ssa.Value]bool
	uses []ErrorUse
}

// follow walks from the instruction that yields the error over the paths that a stopped server's error can take.
func (t *errorTrail) follow(from ssa.Instruction, err ssa.Value, way []ssa.Instruction) {
	if t.seen[err] || len(way) > 6 {
		return
	}
	t.seen[err] = true
	exits := map[ssa.Instruction]*Event{}
	for _, ev := range t.Events(from.Parent()) {
		if ev.Kind == Exit && ev.Mode == Sync && ev.Word != "goexit" && ev.Must {
			exits[ev.Instr] = ev
		}
	}
	w := &errorWalk{trail: t, carried: carriers(err), exits: exits, way: append(way[:len(way):len(way)], from), seen: map[walkState]bool{}}
	w.block(from.Block(), indexOf(from)+1, nil, false)
}

// carriers are the values that hold the error in its own function: itself, its phis, conversions and wrappings, and what is loaded from the
// variable that it is stored in.
func carriers(err ssa.Value) map[ssa.Value]bool {
	held := map[ssa.Value]bool{}
	work := []ssa.Value{err}
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if held[v] {
			continue
		}
		held[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Phi, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Extract:
				work = append(work, ref.(ssa.Value))
			case *ssa.Store:
				if ref.Val == v {
					work = append(work, loads(ref.Addr)...)
				}
			}
		}
	}
	return held
}

func loads(addr ssa.Value) []ssa.Value {
	refs := addr.Referrers()
	if refs == nil {
		return nil
	}
	var vals []ssa.Value
	for _, ref := range *refs {
		if u, ok := ref.(*ssa.UnOp); ok && u.Op == token.MUL {
			vals = append(vals, u)
		}
	}
	return vals
}

type walkState struct {
	block  *ssa.BasicBlock
	tested bool
}

type errorWalk struct {
	trail   *errorTrail
	carried map[ssa.Value]bool
	exits   map[ssa.Instruction]*Event
	way     []ssa.Instruction
	seen    map[walkState]bool
}

// block walks one block. tested says that a branch has been taken because there was an error at all.
func (w *errorWalk) block(b *ssa.BasicBlock, from int, _ *ssa.BasicBlock, tested bool) {
	for _, in := range b.Instrs[from:] {
		if ev := w.exits[in]; ev != nil {
			if tested || w.carriesInto(in) {
				w.trail.uses = append(w.trail.uses, ErrorUse{Instr: in, Event: ev, Way: w.way})
			}
			return
		}
		switch in := in.(type) {
		case *ssa.Send:
			if w.carried[in.X] {
				w.received(in.Chan)
			}
		case *ssa.Select:
			for _, st := range in.States {
				if st.Dir == types.SendOnly && w.carried[st.Send] {
					w.received(st.Chan)
				}
			}
		case *ssa.Return:
			w.returned(in)
		case *ssa.If:
			yes, no := w.branch(in.Cond)
			related := yes != no
			if yes {
				w.next(b.Succs[0], tested || related)
			}
			if no {
				w.next(b.Succs[1], tested || related)
			}
			return
		}
	}
	for _, s := range b.Succs {
		w.next(s, tested)
	}
}

func (w *errorWalk) next(b *ssa.BasicBlock, tested bool) {
	if s := (walkState{b, tested}); !w.seen[s] {
		w.seen[s] = true
		w.block(b, 0, nil, tested)
	}
}

// carriesInto reports whether the call or panic gets the error, by itself, in a wrapping or in a chain of calls.
func (w *errorWalk) carriesInto(in ssa.Instruction) bool {
	for _, op := range in.Operands(nil) {
		if *op == nil {
			continue
		}
		if w.depends(*op) {
			return true
		}
		elems, _ := w.trail.Elements(*op)
		for _, el := range elems {
			if w.depends(el) {
				return true
			}
		}
	}
	return false
}

func (w *errorWalk) wraps(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	for _, a := range call.Call.Args {
		if w.carried[a] {
			return true
		}
		elems, _ := w.trail.Elements(a)
		for _, el := range elems {
			if w.carried[el] {
				return true
			}
		}
	}
	return false
}

// branch tells which ways a condition can go while the error is the one of a stopped server: not nil, equal to what knowledge names as
// such, and to nothing else. A condition that looks at the error in a way that is not understood ends the trail.
func (w *errorWalk) branch(cond ssa.Value) (yes, no bool) {
	switch c := cond.(type) {
	case *ssa.BinOp:
		other := c.Y
		switch {
		case w.carried[c.X]:
		case w.carried[c.Y]:
			other = c.X
		default:
			if w.depends(c.X) || w.depends(c.Y) {
				return false, false
			}
			return true, true
		}
		equal := w.isStopped(other)
		return equal == (c.Op == token.EQL), equal != (c.Op == token.EQL)
	case *ssa.UnOp:
		if c.Op == token.NOT {
			yes, no = w.branch(c.X)
			return no, yes
		}
	case *ssa.Call:
		return w.predicate(c)
	}
	if w.depends(cond) {
		return false, false
	}
	return true, true
}

func (w *errorWalk) predicate(c *ssa.Call) (yes, no bool) {
	if !w.depends(c) {
		return true, true
	}
	callees, _ := w.trail.Callees(c)
	if len(callees) != 1 {
		return false, false
	}
	entry := w.trail.Base.Func(callees[0].Func)
	op, ok := entry.Operand("against")
	if !ok {
		return false, false
	}
	args := w.trail.operandArgs(callees[0], op)
	if len(args) != 1 || args[0].Value == nil {
		return false, false
	}
	is := w.isStopped(args[0].Value)
	return is, !is
}

// isStopped reports whether the value is the error that Serve returns after a stop.
func (w *errorWalk) isStopped(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := u.X.(*ssa.Global)
	return ok && w.trail.Base.Var(g.Object()).Word("closed") == "http"
}

// depends reports whether the value is computed from the error within a few steps.
func (w *errorWalk) depends(v ssa.Value) bool { return w.dependsWithin(v, 5) }

func (w *errorWalk) dependsWithin(v ssa.Value, steps int) bool {
	if v == nil || steps == 0 {
		return false
	}
	if w.carried[v] {
		return true
	}
	in, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	for _, op := range in.Operands(nil) {
		if *op != nil && w.dependsWithin(*op, steps-1) {
			return true
		}
	}
	return false
}

// received goes on where the package receives from the channel.
func (w *errorWalk) received(channel ssa.Value) {
	objects := w.trail.Eval(channel)
	for _, fn := range w.trail.Funcs {
		for _, ev := range w.trail.Events(fn) {
			if ev.Kind != Receive || ev.Via != nil || !ev.Subject.Meets(objects) {
				continue
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
		if w.carried[v] || w.wraps(v) {
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
			for _, wait := range t.Events(fn) {
				if call, ok := wait.Instr.(*ssa.Call); ok && wait.Kind == Wait && wait.Via == nil && wait.Subject.Meets(spawn.Group) {
					if call.Call.Signature().Results().Len() == 1 {
						t.follow(call, call, way)
					}
				}
			}
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
