package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// GivesUpHere reports whether the instruction calls a method that gives its receiver up.
func (e *Engine) GivesUpHere(in ssa.Instruction) bool {
	fn, _ := e.givesUpAt(in)
	return fn != nil
}

// WritesOnly reports whether the call can do no more with the objects than write to them: it is a method of theirs, or gets them as an
// interface that has no flush.
func (e *Engine) WritesOnly(in ssa.Instruction, objects Set) bool {
	call := in.(ssa.CallInstruction).Common()
	for i, a := range call.Args {
		if i == 0 && !call.IsInvoke() && call.Signature().Recv() != nil {
			continue
		}
		if e.Eval(a).Meets(objects) && CanGiveUp(a.Type()) {
			return false
		}
	}
	return true
}

// StoredOrReturned reports whether one of the objects is put into a field, package variable or container, or is returned.
func (e *Engine) StoredOrReturned(objects Set) bool {
	objects = e.aliases(objects)
	for _, v := range e.stores.order {
		for _, st := range e.stores.fields[v] {
			if canHold(st.value.Type()) && e.Eval(st.value).Meets(objects) {
				return true
			}
		}
	}
	for _, vals := range e.stores.globals {
		for _, val := range vals {
			if e.Eval(val).Meets(objects) {
				return true
			}
		}
	}
	for _, els := range e.stores.elements {
		for _, el := range els {
			if canHold(el.value.Type()) && e.Eval(el.value).Meets(objects) {
				return true
			}
		}
	}
	for _, fn := range e.Funcs {
		for _, v := range returned(fn) {
			if canHold(v.Type()) && e.Eval(v).Meets(objects) {
				return true
			}
		}
	}
	return false
}

// Kept reports whether something may hold one of the objects after the function that made it has returned.
func (e *Engine) Kept(objects Set) bool {
	return e.StoredOrReturned(objects) || e.Escapes(e.aliases(objects))
}

// Made returns the objects that the call makes and returns first.
func (e *Engine) Made(call *ssa.Call) Set {
	set := e.made(call, 0)
	for _, o := range e.Result(call, 0) {
		if o.Kind == Made && (o.Value == ssa.Value(call) || o.At == ssa.CallInstruction(call)) {
			set = set.Union(Set{o})
		}
	}
	return set
}

// MethodCall returns the name and the receiver of a method call.
func MethodCall(call ssa.CallInstruction) (string, ssa.Value) {
	common := call.Common()
	if common.IsInvoke() {
		return common.Method.Name(), common.Value
	}
	if callee := common.StaticCallee(); callee != nil && callee.Signature.Recv() != nil && len(common.Args) > 0 {
		return callee.Name(), common.Args[0]
	}
	return "", nil
}

// OfStandard reports whether the type is one of the standard library.
func (e *Engine) OfStandard(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && (n.Obj().Pkg() == nil || ScopeOf(n.Obj().Pkg().Path(), nil) == Standard)
}

// ClientCloser returns the method that closes a client of a database, cache, queue or service, or "".
func (e *Engine) ClientCloser(t types.Type) string {
	for sel := range types.NewMethodSet(t).Methods() {
		fn, ok := sel.Obj().(*types.Func)
		if !ok || !e.Base.Func(fn).Has("closes") {
			continue
		}
		switch e.Base.Func(fn).Word("kind") {
		case "db", "cache", "queue", "client":
			return fn.Name()
		}
	}
	return ""
}

// TimedLease is a lock that a field's Acquire takes under a name or for a time, and that nothing gives back.
type TimedLease struct {
	Holder  types.Type
	Acquire string
	Release string
}

var (
	acquires = map[string]bool{"Acquire": true, "TryAcquire": true, "Obtain": true, "Lock": true, "TryLock": true, "LockContext": true, "Campaign": true}
	releases = []string{"Release", "Unlock", "Forfeit", "Resign", "Free", "Relinquish", "Abandon"}
)

// TimedLeases returns the leases that types of the package take through a field and that the package never gives back, although the lock's
// own type has a method for it.
func (e *Engine) TimedLeases() []TimedLease {
	var all []TimedLease
	seen := map[types.Type]bool{}
	e.eachCall(func(call ssa.CallInstruction) {
		name, recv := MethodCall(call)
		if !acquires[name] || !timed(call.Common()) || e.OfStandard(recv.Type()) {
			return
		}
		method := outermost(call.Parent()).Signature.Recv()
		load, ok := recv.(*ssa.UnOp)
		if method == nil || !ok {
			return
		}
		fa, ok := load.X.(*ssa.FieldAddr)
		if !ok || !types.Identical(fa.X.Type(), method.Type()) || seen[method.Type()] || e.GivesUp(e.Eval(recv)) {
			return
		}
		for _, release := range releases {
			if obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, nil, release); obj != nil {
				seen[method.Type()] = true
				all = append(all, TimedLease{method.Type(), name, release})
				return
			}
		}
	})
	return all
}

// UngivenLease is a lease that the call gives back only where a field is set, which nobody sets.
type UngivenLease struct {
	Call  *ssa.Call
	Field string
}

// UngivenLeases returns the calls that take a lease and get a value made in this package which leaves out the field.
func (e *Engine) UngivenLeases() []UngivenLease {
	var all []UngivenLease
	e.eachCall(func(call ssa.CallInstruction) {
		list, _ := e.Callees(call)
		v, ok := call.(*ssa.Call)
		if len(list) != 1 || !ok {
			return
		}
		if field := e.unsetField(list[0], "gives"); field != "" {
			all = append(all, UngivenLease{v, field})
		}
	})
	return all
}

// unsetField returns the field that a word of the callee's knowledge names in an argument, if the struct handed over leaves it out; "" otherwise.
func (e *Engine) unsetField(c Callee, word string) string {
	op, ok := e.Base.Func(c.Func).Operand(word)
	if !ok || op.Field == "" {
		return ""
	}
	args := e.operandArgs(c, knowledge.Operand{Place: op.Place, Index: op.Index})
	if len(args) != 1 || args[0].Value == nil || !e.leavesOut(args[0].Value, op.Field) {
		return ""
	}
	return op.Field
}

// leavesOut reports whether the value is a struct that this package makes, and nothing in the package sets the named field of its type.
func (e *Engine) leavesOut(v ssa.Value, name string) bool {
	f := namedField(v.Type(), name)
	if f == nil {
		return false
	}
	for _, st := range e.stores.fields[f] {
		if !isUnset(st.value) {
			return false
		}
	}
	set := e.AtHome(e.Eval(v))
	for _, o := range set {
		if _, ok := o.Value.(*ssa.Alloc); o.Kind != Made || !ok && o.At == nil {
			return false
		}
	}
	return len(set) > 0
}

// timed reports whether the call names what is locked, or for how long: it is no lock of this process alone.
func timed(call *ssa.CallCommon) bool {
	params := call.Signature().Params()
	for p := range params.Variables() {
		if b, ok := p.Type().Underlying().(*types.Basic); ok && (b.Info()&types.IsString != 0 || p.Type().String() == "time.Duration") {
			return true
		}
	}
	return false
}
