package facts

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// Resource is something that a library call of the package opens, and that a method of it closes.
type Resource struct {
	Call    *ssa.Call
	Objects Set
	Kind    string
	Closer  string // the method that closes it
	Effect  string // what that saves; "" where the kernel does all of it at exit
	Over    Set    // what a buffer writes to, or a lock's session
}

// Resources returns what knowledge says the package opens.
func (e *Engine) Resources() []Resource {
	if e.resources == nil {
		e.resources = []Resource{}
		e.eachCall(func(call ssa.CallInstruction) {
			if v, ok := call.(*ssa.Call); ok {
				if r, ok := e.Opens(v); ok {
					e.resources = append(e.resources, r)
				}
			}
		})
	}
	return e.resources
}

// Opens returns what knowledge says the call opens, if it says that it opens something.
func (e *Engine) Opens(call *ssa.Call) (Resource, bool) {
	list, _ := e.Callees(call)
	if len(list) != 1 {
		return Resource{}, false
	}
	entry := e.Base.Func(list[0].Func)
	op, ok := entry.Operand("opens")
	if !ok || op.Place == knowledge.New {
		return Resource{}, false
	}
	r := Resource{Call: call, Kind: entry.Word("kind")}
	t := call.Type()
	if op.Place == knowledge.Result {
		r.Objects = e.made(call, op.Index)
		t = r.Objects[0].Type()
	} else {
		r.Objects = e.operand(list[0], op)
		r.Over = e.Under(r.Objects)
		if args := e.operandArgs(list[0], op); len(args) == 1 && args[0].Value != nil {
			t = args[0].Value.Type()
		}
	}
	if over, ok := entry.Operand("over"); ok {
		r.Over = e.operand(list[0], over)
	}
	closes, closer := e.closer(t)
	r.Closer, r.Effect = closes, closer.Word("effect")
	if e.holdsNothing(call, list[0]) || e.unfilled(closer, r.Objects) {
		r.Effect = ""
	}
	return r, true
}

// holdsNothing reports whether what the call opens has nothing to give up: the field that lets it hold something is not set, or no option does.
func (e *Engine) holdsNothing(call *ssa.Call, c Callee) bool {
	op, ok := e.Base.Func(c.Func).Operand("holds")
	switch {
	case !ok || op.Place != knowledge.Argument:
		return false
	case op.Field == "":
		return !e.HoldsBack(call)
	}
	return e.unsetField(c, "holds") != ""
}

// eachCall visits the calls of the package, function by function.
func (e *Engine) eachCall(visit func(ssa.CallInstruction)) {
	if e.calls == nil {
		e.calls = []ssa.CallInstruction{}
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if call, ok := in.(ssa.CallInstruction); ok {
						e.calls = append(e.calls, call)
					}
				}
			}
		}
	}
	for _, call := range e.calls {
		visit(call)
	}
}

// CloserOf returns the method of a library's type that closes it, and what is lost without it, as far as knowledge tells.
func (e *Engine) CloserOf(t types.Type) (name, effect string) {
	name, entry := e.closer(t)
	return name, entry.Word("effect")
}

func (e *Engine) closer(t types.Type) (name string, closer *knowledge.Entry) {
	if t == nil {
		return "", nil
	}
	for sel := range types.NewMethodSet(t).Methods() {
		fn, ok := sel.Obj().(*types.Func)
		if !ok || len(sel.Index()) > 1 {
			continue // a promoted method closes what is embedded
		}
		if entry := e.Base.Func(fn); entry.Has("closes") && (name == "" || !closer.Has("effect") && entry.Has("effect")) {
			name, closer = fn.Name(), entry
		}
	}
	return name, closer
}

// givesUp are the names of methods that stop, close, flush or give back their receiver.
var givesUp = map[string]bool{
	"Stop": true, "Close": true, "Shutdown": true, "GracefulStop": true, "Drain": true, "Terminate": true, "Flush": true, "Sync": true, "Disconnect": true,
	"Release": true, "Unlock": true, "Resign": true, "Forfeit": true, "Destroy": true, "Kill": true, "Abort": true, "Cancel": true, "Deregister": true,
	"Unregister": true, "Revoke": true, "CloseAndRecv": true, "AsyncClose": true, "StopAndWait": true, "ForceStop": true, "CloseNow": true, "Finish": true, "Orphan": true,
}

// GivenUp returns all that the package stops, closes, flushes or gives back, or takes such a method of as a value.
func (e *Engine) GivenUp() Set {
	if e.given != nil {
		return e.given
	}
	all := Set{}
	for _, fn := range e.Funcs {
		for _, ev := range e.Events(fn) {
			switch ev.Kind {
			case Release, Drain, Halt:
				all = append(all, ev.Subject...)
			}
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if _, recv := e.givesUpAt(in); recv != nil {
					all = append(all, e.Eval(recv)...)
				}
			}
		}
	}
	e.given = e.Widen(all.sorted())
	return e.given
}

// givesUpAt returns the method and the receiver where the instruction calls or takes a method that gives its receiver up.
func (e *Engine) givesUpAt(in ssa.Instruction) (*types.Func, ssa.Value) {
	switch in := in.(type) {
	case ssa.CallInstruction:
		common := in.Common()
		if common.IsInvoke() {
			if givesUp[common.Method.Name()] {
				return common.Method, common.Value
			}
			return nil, nil
		}
		callee := common.StaticCallee()
		if callee == nil || callee.Signature.Recv() == nil || !givesUp[callee.Name()] || len(common.Args) == 0 {
			return nil, nil
		}
		fn, _ := callee.Object().(*types.Func)
		return fn, common.Args[0]
	case *ssa.MakeClosure:
		fn := in.Fn.(*ssa.Function)
		if strings.HasPrefix(fn.Synthetic, "bound method wrapper") && givesUp[strings.TrimSuffix(fn.Name(), "$bound")] {
			m, _ := fn.Object().(*types.Func)
			return m, in.Bindings[0]
		}
	}
	return nil, nil
}

// variants adds the names under which the objects are known behind the calls that hand them out.
func (e *Engine) variants(objects Set) Set {
	e.evaluateAll()
	set := objects
	for _, o := range e.interned {
		if o.Kind != Made || o.At == nil || o.Value == nil {
			continue
		}
		for _, p := range objects {
			if p.Kind == Made && p.Value == o.Value && p.Index == o.Index {
				set = set.Union(Set{o})
			}
		}
	}
	return set
}

// evaluateAll evaluates every value once, so that all names of a thing are known.
func (e *Engine) evaluateAll() {
	if e.evaluated {
		return
	}
	e.evaluated = true
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if v, ok := in.(ssa.Value); ok && v.Type() != nil && canHold(v.Type()) {
					e.Eval(v)
				}
			}
		}
	}
}

// aliases adds the parameters of the package's functions that the objects are handed to.
func (e *Engine) aliases(objects Set) Set {
	set := e.variants(objects)
	for range 3 {
		wider := set
		for _, o := range set {
			wider = wider.Union(e.parametersFor(o))
		}
		if len(wider) == len(set) {
			break
		}
		set = wider
	}
	return set
}

// parametersFor returns the parameters of the package's functions that the object itself is handed to.
func (e *Engine) parametersFor(o *Object) Set {
	if e.handedTo == nil {
		e.handedTo = map[*Object]Set{}
		for _, fn := range e.Funcs {
			for _, c := range e.callers(fn) {
				for i, a := range c.Args {
					if i < len(fn.Params) && canHold(fn.Params[i].Type()) {
						e.handTo(e.objects(a), Object{Kind: Param, Fn: fn, Index: i})
					}
				}
			}
		}
	}
	return e.handedTo[o]
}

func (e *Engine) handTo(objects Set, parameter Object) {
	for _, o := range objects {
		if o.Kind != Nil {
			e.handedTo[o] = e.handedTo[o].Union(e.one(parameter))
		}
	}
}

// Abandoned reports whether nothing in the package gives the objects up, and no code that is not in view can get hold of them to do so.
func (e *Engine) Abandoned(objects Set) bool {
	given := e.GivenUp()
	objects = e.aliases(objects)
	return !given.Meets(objects) && !e.reachable(objects, 0)
}

// GivesUp reports whether the package gives one of the objects up.
func (e *Engine) GivesUp(objects Set) bool { return e.GivenUp().Meets(e.variants(objects)) }

// reachable reports whether code that is not in view can get hold of one of the objects in a form that has a method to give it up.
func (e *Engine) reachable(objects Set, depth int) bool {
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if _, put := in.(*ssa.MapUpdate); put && depth < 2 {
					continue // who can get hold of the map is asked below
				}
				if (e.escapesAt(in, fn, objects) || e.embedsAt(in) || e.returnsToUnknown(in)) && e.handsCloser(in, objects) {
					return true
				}
			}
		}
	}
	return e.storedOutside(objects) || depth < 2 && e.containedOutside(objects, depth)
}

// returnsToUnknown reports whether the instruction returns from a function that is used as a value, so that its callers are not known.
func (e *Engine) returnsToUnknown(in ssa.Instruction) bool {
	_, ok := in.(*ssa.Return)
	return ok && (in.Parent().Parent() != nil || len(e.stores.taken[in.Parent()]) > 0)
}

// embedsAt reports whether the call makes a resource around another one that it takes as what it is, and gives up with itself.
func (e *Engine) embedsAt(in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok {
		return false
	}
	list, _ := e.Callees(call)
	if len(list) != 1 || list[0].Func == nil {
		return false
	}
	op, ok := e.Base.Func(list[0].Func).Operand("over")
	params := list[0].Func.Signature().Params()
	return ok && op.Place == knowledge.Argument && op.Index < params.Len() && !types.IsInterface(params.At(op.Index).Type())
}

// handsCloser reports whether the value that leaves at the instruction can be given up by who gets it: an interface without such a method
// cannot, unless it is asserted to be more.
func (e *Engine) handsCloser(in ssa.Instruction, objects Set) bool {
	for _, op := range in.Operands(nil) {
		if *op != nil && canHold((*op).Type()) && e.Eval(*op).Meets(objects) && CanGiveUp((*op).Type()) {
			return true
		}
	}
	return false
}

// CanGiveUp reports whether who has a value of the type may be able to give it up.
func CanGiveUp(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 {
		return true
	}
	for m := range iface.Methods() {
		if givesUp[m.Name()] {
			return true
		}
	}
	return false
}

func (e *Engine) storedOutside(objects Set) bool {
	program := e.Pkg.Pkg.Name() == "main"
	for _, v := range e.stores.order {
		if v.Pkg() == e.Pkg.Pkg && (program || !v.Exported()) {
			continue
		}
		for _, st := range e.stores.fields[v] {
			if CanGiveUp(v.Type()) && canHold(st.value.Type()) && e.Eval(st.value).Meets(objects) {
				return true
			}
		}
	}
	for g, vals := range e.stores.globals {
		if g.Pkg == e.Pkg && (program || g.Object() == nil || !g.Object().Exported()) {
			continue
		}
		for _, val := range vals {
			if CanGiveUp(val.Type()) && e.Eval(val).Meets(objects) {
				return true
			}
		}
	}
	return false
}

// containedOutside reports whether one of the objects is an element of a container that other code can reach.
func (e *Engine) containedOutside(objects Set, depth int) bool {
	for _, els := range e.stores.elements {
		for _, el := range els {
			if !canHold(el.value.Type()) || !CanGiveUp(el.value.Type()) || !e.Eval(el.value).Meets(objects) {
				continue
			}
			if in := e.Eval(el.container); len(in) == 0 || e.reachable(in, depth+1) {
				return true
			}
		}
	}
	return false
}

// IsBuffer reports whether the objects are buffers, as knowledge says of the calls that make them, or the variables that hold them.
func (e *Engine) IsBuffer(objects Set) bool {
	buffers := 0
	for _, o := range objects {
		switch _, cell := o.Value.(*ssa.Alloc); {
		case e.makerEntry(o).Word("kind") == "buffer":
			buffers++
		case !cell:
			return false
		}
	}
	return buffers > 0
}
