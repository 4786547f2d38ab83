package facts

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxOperandSteps bounds how far back an operand is followed to the field that it was read from.
const maxOperandSteps = 8

// StartsChild reports whether the call makes a child process and starts it at once, and its first result stands for the child.
func (e *Engine) StartsChild(call *ssa.Call) bool {
	list, _ := e.Callees(call)
	if len(list) != 1 {
		return false
	}
	entry := e.Base.Func(list[0].Func)
	results := call.Call.Signature().Results()
	return entry.Has("child") && entry.Has("start") && results.Len() > 0 && canHold(results.At(0).Type())
}

// Copies adds to made objects what they are called after a function of the package has handed them to its callers.
func (e *Engine) Copies(objects Set) Set {
	all := objects
	for _, o := range e.interned {
		if o.Kind != Made || o.At == nil {
			continue
		}
		plain := *o
		plain.At, plain.id = nil, 0
		if known := e.interned[plain]; known != nil && objects.has(known) {
			all = all.Union(Set{o})
		}
	}
	return all
}

// OwnerOf returns the objects from whose named field an operand of the event is read, as the event's function sees them: the cmd of
// cmd.Process.Kill(), or of kill(-cmd.Process.Pid). Where another package has the body, it is what the call hands to it.
func (e *Engine) OwnerOf(ev *Event, name string) Set {
	if ev.Via == nil {
		if len(ev.Steps) > 0 {
			return e.handedOver(ev.Instr)
		}
		return e.fieldOwner(ev.Instr, name, maxOperandSteps)
	}
	below := e.OwnerOf(ev.Via, name)
	if len(below) == 0 {
		return e.fieldOwner(ev.Instr, name, maxOperandSteps)
	}
	call, ok := ev.Instr.(ssa.CallInstruction)
	if !ok {
		return below
	}
	callees, _ := e.Callees(call)
	for _, c := range callees {
		if c.Fn != nil && c.Fn == ev.Via.Instr.Parent() {
			return e.substitute(below, c, call)
		}
	}
	return below
}

// handedOver evaluates all arguments of a call that can be a child or hold one.
func (e *Engine) handedOver(in ssa.Instruction) Set {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return nil
	}
	var set Set
	for _, a := range call.Common().Args {
		if _, fn := a.Type().Underlying().(*types.Signature); !fn && canHold(a.Type()) && !IsContext(a.Type()) {
			set = set.Union(e.Eval(a))
		}
	}
	return set
}

func (e *Engine) fieldOwner(in ssa.Instruction, name string, steps int) Set {
	if fa, ok := in.(*ssa.FieldAddr); ok {
		if v := fieldVar(fa.X.Type(), fa.Field); v != nil && v.Name() == name {
			return e.Eval(fa.X)
		}
	}
	if steps == 0 {
		return nil
	}
	var set Set
	for _, op := range in.Operands(nil) {
		if def, ok := (*op).(ssa.Instruction); ok {
			set = set.Union(e.fieldOwner(def, name, steps-1))
		}
	}
	if load, ok := in.(*ssa.UnOp); ok && load.Op == token.MUL && len(set) == 0 {
		for _, v := range e.storedValues(load) {
			if def, ok := v.(ssa.Instruction); ok {
				set = set.Union(e.fieldOwner(def, name, steps-1))
			}
		}
	}
	return set
}

// FieldKept reports whether what the named field of the objects holds is used for more than comparisons, calls of its methods that knowledge
// describes, and reads of its own fields: it is kept, handed on or given up, and what happens to it then is not in view.
func (e *Engine) FieldKept(objects Set, name string) bool {
	for _, in := range e.Loads(objects, name) {
		for _, ref := range *in.(*ssa.FieldAddr).Referrers() {
			load, ok := ref.(*ssa.UnOp)
			if !ok {
				return true
			}
			for _, use := range *load.Referrers() {
				if !e.harmless(use, load) {
					return true
				}
			}
		}
	}
	return false
}

// harmless reports whether the use of a value keeps it in view.
func (e *Engine) harmless(use ssa.Instruction, v ssa.Value) bool {
	switch use := use.(type) {
	case *ssa.BinOp, *ssa.DebugRef:
		return true
	case *ssa.FieldAddr:
		return e.numberOnly(use)
	case ssa.CallInstruction:
		callees, _ := e.Callees(use)
		args := use.Common().Args
		return len(callees) == 1 && e.Base.Func(callees[0].Func) != nil && len(args) > 0 && args[0] == v
	}
	return false
}

// numberOnly reports whether a field is only read, and what is read is not kept: it is compared, printed, negated or handed to what knowledge
// describes.
func (e *Engine) numberOnly(fa *ssa.FieldAddr) bool {
	for _, ref := range *fa.Referrers() {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			return false
		}
		for _, use := range *load.Referrers() {
			switch use := use.(type) {
			case *ssa.BinOp, *ssa.UnOp, *ssa.MakeInterface, *ssa.DebugRef:
			case ssa.CallInstruction:
				callees, _ := e.Callees(use)
				if len(callees) != 1 || e.Base.Func(callees[0].Func) == nil && callees[0].Fn == nil {
					return false
				}
			default:
				return false
			}
		}
	}
	return true
}

// Pipes returns the calls that make a pipe to or from one of the objects.
func (e *Engine) Pipes(objects Set) []*ssa.Call {
	var found []*ssa.Call
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok {
					continue
				}
				list, _ := e.Callees(call)
				if len(list) != 1 {
					continue
				}
				if op, ok := e.Base.Func(list[0].Func).Operand("pipe"); ok && e.operand(list[0], op).Meets(objects) {
					found = append(found, call)
				}
			}
		}
	}
	return found
}

// HandedAbroad reports whether one of the objects is an argument of a function of another package that knowledge does not describe. What it
// sets there is not in view, even where a summary says what it does.
func (e *Engine) HandedAbroad(objects Set) bool {
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok && e.abroad(call, objects) {
					return true
				}
			}
		}
	}
	return false
}

// BehindInterface reports whether one of the objects is put into an interface that has methods: what is called through it is not in view.
func (e *Engine) BehindInterface(objects Set) bool {
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				mi, ok := in.(*ssa.MakeInterface)
				if ok && mi.Type().Underlying().(*types.Interface).NumMethods() > 0 && e.Eval(mi.X).Meets(objects) {
					return true
				}
			}
		}
	}
	return false
}

func (e *Engine) abroad(call ssa.CallInstruction, objects Set) bool {
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
		return false
	}
	callees, _ := e.Callees(call)
	for _, c := range callees {
		if c.Fn != nil || e.Base.Func(c.Func) != nil {
			continue
		}
		method := c.Func != nil && c.Func.Signature().Recv() != nil
		for i, a := range c.Args {
			if !(method && i == 0) && a.Value != nil && canHold(a.Value.Type()) && e.objects(a).Meets(objects) {
				return true
			}
		}
	}
	return false
}

// HandsAbroad reports whether the instruction calls a function of another package of the module with the value, or with what the same method of the
// same thing returns.
func (e *Engine) HandsAbroad(in ssa.Instruction, v ssa.Value) bool {
	call, ok := in.(*ssa.Call)
	if !ok || !slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return sameValue(a, v) }) {
		return false
	}
	callees, _ := e.Callees(call)
	return slices.ContainsFunc(callees, func(c Callee) bool {
		return c.Fn == nil && c.Func != nil && c.Func.Pkg() != nil && e.InModule(c.Func.Pkg())
	})
}

// sameValue reports whether the values are one, or what one method without arguments returns for one thing.
func sameValue(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	if x, ok := a.(*ssa.UnOp); ok {
		y, ok := b.(*ssa.UnOp)
		return ok && x.Op == token.MUL && y.Op == token.MUL && x.X == y.X
	}
	x, ok := a.(*ssa.Call)
	y, also := b.(*ssa.Call)
	if !ok || !also || CalleeName(x) != CalleeName(y) || len(x.Call.Args) != len(y.Call.Args) {
		return false
	}
	_, mine := MethodCall(x)
	_, other := MethodCall(y)
	return mine != nil && sameValue(mine, other) && x.Call.Signature().Params().Len() == 0
}
