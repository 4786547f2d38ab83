package facts

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// AfterStop visits every instruction that control can reach from just after the call once the server that the call serves, or waits for, is
// stopped: the error that the call returns then is the one that says so, or nil where the callee tells it from others.
func (e *Engine) AfterStop(call *ssa.Call, visit func(ssa.Instruction) bool) {
	e.ServeErrors()
	err := errorResult(call)
	if err == nil {
		Walk(call, nil, visit)
		return
	}
	w := &errorWalk{trail: e.trail(stoppedServer), isNil: !e.stopErrors[err], visit: visit, carried: carriers(err), seen: map[walkState]bool{}}
	w.block(call.Block(), indexOf(call)+1, false)
}

// errorResult returns the error that the call returns last, or nil where it returns none or it is thrown away.
func errorResult(call *ssa.Call) ssa.Value {
	results := call.Call.Signature().Results()
	last := results.Len() - 1
	if last < 0 || !IsError(results.At(last).Type()) {
		return nil
	}
	if last == 0 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == last {
			return x
		}
	}
	return nil
}

// ReturnsError reports whether the last result of the function is an error.
func ReturnsError(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	last := results.Len() - 1
	return last >= 0 && IsError(results.At(last).Type())
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
	block    *ssa.BasicBlock
	tested   bool
	replaced string // the phis that hold another value on the way here
}

// errorWalk is a walk over the paths that a function can take once a server of its is stopped.
type errorWalk struct {
	trail   *errorTrail
	isNil   bool                       // the error is nil, because something has told it from others before
	visit   func(ssa.Instruction) bool // called for each instruction where it is set; false ends the path
	carried map[ssa.Value]bool
	exits   map[ssa.Instruction]*Event
	way     []ssa.Instruction
	seen    map[walkState]bool

	replaced []*ssa.Phi         // the phis that hold something else than the error on the path that is walked
	nils     map[ssa.Value]bool // those of them that are nil there
}

// block walks one block. tested says that a branch has been taken because there was an error at all, and none because it was this one.
func (w *errorWalk) block(b *ssa.BasicBlock, from int, tested bool) {
	for _, in := range b.Instrs[from:] {
		if w.visit != nil && !w.visit(in) {
			return
		}
		if ev := w.exits[in]; ev != nil {
			if tested || w.carriesInto(in) || w.straightTo(in) {
				w.trail.uses = append(w.trail.uses, ErrorUse{Instr: in, Event: ev, Way: w.way})
			}
			return
		}
		switch in := in.(type) {
		case *ssa.Call:
			if w.visit == nil {
				w.handed(in)
			}
		case *ssa.Send:
			if w.visit == nil && w.holds(in.X) {
				w.received(in.Chan)
			}
		case *ssa.Select:
			for _, st := range in.States {
				if st.Dir == types.SendOnly && w.visit == nil && w.holds(st.Send) {
					w.received(st.Chan)
				}
			}
		case *ssa.Return:
			if w.visit == nil {
				w.returned(in)
			}
		case *ssa.If:
			yes, no := w.branch(in.Cond)
			known := (tested || yes != no) && !w.tellsApart(in.Cond)
			if yes {
				w.next(b, b.Succs[0], known)
			}
			if no {
				w.next(b, b.Succs[1], known)
			}
			return
		}
	}
	for _, s := range b.Succs {
		w.next(b, s, tested)
	}
}

func (w *errorWalk) next(from, to *ssa.BasicBlock, tested bool) {
	leave := w.enter(from, to)
	if s := (walkState{to, tested, w.path()}); !w.seen[s] {
		w.seen[s] = true
		w.block(to, 0, tested)
	}
	leave()
}

// straightTo reports whether the exit follows the Serve with no branch and no wait between: it ends the process whatever the error says.
func (w *errorWalk) straightTo(exit ssa.Instruction) bool {
	if len(w.way) != 1 || exit.Block() != w.way[0].Block() {
		return false
	}
	start := w.way[0]
	for _, ev := range w.trail.Events(exit.Parent()) {
		between := ev.Instr.Block() == exit.Block() && indexOf(ev.Instr) > indexOf(start) && indexOf(ev.Instr) < indexOf(exit)
		if between && (ev.Kind == Receive || ev.Kind == Wait || ev.Kind == Drain || ev.Kind == Sleep) {
			return false
		}
	}
	return true
}

// handed goes on in a function that gets the error as an argument. An exit there counts as one at the call.
func (w *errorWalk) handed(call *ssa.Call) {
	callees, _ := w.trail.Callees(call)
	if len(callees) != 1 || len(w.way) > 4 {
		return
	}
	if callees[0].Fn == nil {
		w.handedAbroad(call, callees[0])
		return
	}
	for i, a := range callees[0].Args {
		if a.Value == nil || !w.carried[a.Value] || i >= len(callees[0].Fn.Params) {
			continue
		}
		inner := w.trail.trail(w.trail.closed)
		inner.enter(callees[0].Fn, callees[0].Fn.Params[i], append(w.way[:len(w.way):len(w.way)], call))
		for _, use := range inner.uses {
			if use.Event != nil {
				w.trail.uses = append(w.trail.uses, ErrorUse{Instr: call, Event: use.Event, Way: w.way})
				return
			}
		}
	}
}

// handedAbroad finds the exit that the error leads to in a function of another package.
func (w *errorWalk) handedAbroad(call *ssa.Call, c Callee) {
	for _, ev := range w.trail.Events(call.Parent()) {
		if ev.Instr == ssa.Instruction(call) && ev.Kind == Exit && ev.When > 0 && ev.When <= len(c.Args) && w.carried[c.Args[ev.When-1].Value] {
			w.trail.uses = append(w.trail.uses, ErrorUse{Instr: call, Event: ev, Way: w.way})
			return
		}
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

// holds reports whether the value is the error, by itself or in another one.
func (w *errorWalk) holds(v ssa.Value) bool { return w.carried[v] || w.wraps(v) }

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
		case w.nils[c.X] && isNil(c.Y):
			return c.Op == token.EQL, c.Op != token.EQL
		case w.carried[c.X]:
		case w.carried[c.Y]:
			other = c.X
		default:
			if w.depends(c.X) || w.depends(c.Y) {
				return false, false
			}
			return true, true
		}
		equal := w.equals(other)
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

// tellsApart reports whether the condition asks for the very error that says the server was stopped: what the program does then, it does not
// do because of an error.
func (w *errorWalk) tellsApart(cond ssa.Value) bool {
	switch c := cond.(type) {
	case *ssa.BinOp:
		return w.isStopped(c.X) || w.isStopped(c.Y)
	case *ssa.UnOp:
		return c.Op == token.NOT && w.tellsApart(c.X)
	case *ssa.Call:
		return slices.ContainsFunc(c.Call.Args, w.isStopped)
	}
	return false
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
	is := w.equals(args[0].Value)
	return is, !is
}

// equals reports whether the error, as it is after a stop, equals the value.
func (w *errorWalk) equals(v ssa.Value) bool {
	if c, ok := v.(*ssa.Const); ok && c.IsNil() {
		return w.isNil
	}
	return !w.isNil && w.isStopped(v)
}

// isStopped reports whether the value is the very error that is followed.
func (w *errorWalk) isStopped(v ssa.Value) bool {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	u, ok := v.(*ssa.UnOp)
	return ok && w.trail.saysClosed(u, w.trail.closed)
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
