package facts

import (
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// FieldValues returns the values that the package stores in the named field of one of the objects, also where a function gets the object as a parameter.
func (e *Engine) FieldValues(objects Set, name string) []ssa.Value {
	objects = e.AtHome(objects)
	var vals []ssa.Value
	for _, v := range e.stores.order {
		if v.Name() != name {
			continue
		}
		for _, st := range e.stores.fields[v] {
			if base := e.Eval(st.base); base.Meets(objects) || hasParam(base) && e.Widen(base).Meets(objects) {
				vals = append(vals, st.value)
			}
		}
	}
	return vals
}

// AtHome adds to what a function of the package handed out the same thing as that function knows it.
func (e *Engine) AtHome(set Set) Set {
	for _, o := range set {
		if o.At != nil {
			home := *o
			home.At = nil
			set = set.Union(e.one(home))
		}
	}
	return set
}

// FieldStored reports whether the package stores something in a field of that name.
func (e *Engine) FieldStored(name string) bool {
	return slices.ContainsFunc(e.stores.order, func(v *types.Var) bool { return v.Name() == name })
}

// Contents returns what the package stores in the variables and fields of the set.
func (e *Engine) Contents(places Set) Set { return e.contents(places) }

// FieldsOf returns the named fields of the objects' types, as objects.
func (e *Engine) FieldsOf(objects Set, name string) Set {
	var set Set
	for _, in := range e.Loads(objects, name) {
		fa := in.(*ssa.FieldAddr)
		set = set.Union(e.field(fieldVar(fa.X.Type(), fa.Field)))
	}
	return set
}

// Loads returns the instructions by which the package takes the address of, or reads, the named field of one of the objects.
func (e *Engine) Loads(objects Set, name string) []ssa.Instruction {
	objects = e.AtHome(objects)
	var found []ssa.Instruction
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if fa, ok := in.(*ssa.FieldAddr); ok {
					if v := fieldVar(fa.X.Type(), fa.Field); v != nil && v.Name() == name && e.Eval(fa.X).Meets(objects) {
						found = append(found, in)
					}
				}
			}
		}
	}
	return found
}

// Holders returns the variables and fields that the package stores one of the objects in.
func (e *Engine) Holders(objects Set) Set {
	if e.holding == nil {
		e.holding = e.findHolders()
	}
	var set Set
	for _, o := range objects {
		set = set.Union(e.holding[o])
	}
	return set
}

// findHolders returns, for each object, the variables and fields that the package stores it in.
func (e *Engine) findHolders() map[*Object]Set {
	holders := map[*Object]Set{}
	add := func(holder Set, stored ssa.Value) { // in a fixed order, which the order in sets is to follow
		for _, o := range e.Eval(stored) {
			if o.Kind != Nil {
				holders[o] = holders[o].Union(holder)
			}
		}
	}
	for _, v := range e.stores.order {
		for _, st := range e.stores.fields[v] {
			if types.Identical(v.Type(), st.value.Type()) {
				add(e.field(v), st.value)
			}
		}
	}
	byName := func(a, b *ssa.Global) int { return strings.Compare(a.Name(), b.Name()) }
	for _, g := range slices.SortedFunc(maps.Keys(e.stores.globals), byName) {
		for _, val := range e.stores.globals[g] {
			add(e.global(g), val)
		}
	}
	byPlace := func(a, b *ssa.Alloc) int { return int(a.Pos() - b.Pos()) }
	for _, cell := range slices.SortedFunc(maps.Keys(e.stores.cells), byPlace) {
		for _, st := range e.stores.cells[cell] {
			if !types.IsInterface(st.Val.Type()) {
				add(e.made(cell, 0), st.Val)
			}
		}
	}
	return holders
}

// HoldersAnywhere returns the fields that the package stores one of the objects in, also where the function that made it has handed it out.
func (e *Engine) HoldersAnywhere(objects Set) Set {
	return e.fieldsWith(func(stored Set) bool { return e.AtHome(stored).Meets(objects) })
}

// fieldsWith returns the fields that the package stores a value in which the test holds for.
func (e *Engine) fieldsWith(test func(stored Set) bool) Set {
	var set Set
	for _, v := range e.stores.order {
		for _, st := range e.stores.fields[v] {
			if types.Identical(v.Type(), st.value.Type()) && test(e.Eval(st.value)) {
				set = set.Union(e.field(v))
			}
		}
	}
	return set
}

// Escapes reports whether one of the objects is handed to code that is not in view: an argument of a function without a summary, an exported
// variable, a result of an exported function, a container.
func (e *Engine) Escapes(objects Set) bool {
	if e.escaped == nil {
		e.escaped = map[*Object]bool{}
		for _, h := range e.handouts() {
			for _, v := range h.values {
				e.letOut(v)
			}
		}
	}
	return slices.ContainsFunc(objects, func(o *Object) bool { return e.escaped[o] })
}

func (e *Engine) letOut(v ssa.Value) {
	for _, o := range e.Eval(v) {
		if o.Kind != Nil {
			e.escaped[o] = true
		}
	}
}

func (e *Engine) escapesAt(in ssa.Instruction, fn *ssa.Function, objects Set) bool {
	return e.anyMeets(e.handedOut(in, fn), objects)
}

// anyMeets reports whether one of the values may be one of the objects.
func (e *Engine) anyMeets(values []ssa.Value, objects Set) bool {
	return slices.ContainsFunc(values, func(v ssa.Value) bool { return e.Eval(v).Meets(objects) })
}

// handout is an instruction that hands values to code that is not in view, or binds a method to one.
type handout struct {
	in     ssa.Instruction
	values []ssa.Value // those that it hands out
}

// handouts returns all of the package, function by function.
func (e *Engine) handouts() []handout {
	if e.handed == nil {
		e.handed = []handout{}
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if values := e.handedOut(in, fn); len(values) > 0 || boundMethod(in) != nil {
						e.handed = append(e.handed, handout{in, values})
					}
				}
			}
		}
	}
	return e.handed
}

// handedOut returns the values that the instruction of the function hands to code that is not in view.
func (e *Engine) handedOut(in ssa.Instruction, fn *ssa.Function) []ssa.Value {
	var out []ssa.Value
	switch in := in.(type) {
	case ssa.CallInstruction:
		if _, builtin := in.Common().Value.(*ssa.Builtin); builtin {
			return nil
		}
		for i, a := range in.Common().Args {
			if canHold(a.Type()) && !e.keepsInView(in, i) {
				out = append(out, a)
			}
		}
		return out
	case *ssa.Return:
		if f, ok := fn.Object().(*types.Func); ok && f.Exported() && fn.Parent() == nil {
			out = in.Results
		}
	case *ssa.MapUpdate:
		out = []ssa.Value{in.Value}
	case *ssa.Send:
		out = []ssa.Value{in.X}
	}
	return slices.DeleteFunc(slices.Clone(out), func(v ssa.Value) bool { return !canHold(v.Type()) })
}

// canHold reports whether a value of the type can be one of the things that objects name.
func canHold(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Chan, *types.Slice, *types.Map, *types.Signature:
		return true
	}
	return false
}

// keepsInView reports whether the callee of a call is in view for its argument: a function of the package, one that knowledge describes, or a
// method of the argument itself, or one of another package that serves it and says that it does no more. What else a function of another package keeps
// is not known.
func (e *Engine) keepsInView(in ssa.CallInstruction, arg int) bool {
	callees, _ := e.Callees(in)
	if len(callees) == 0 {
		return false
	}
	for _, c := range callees {
		isReceiver := c.Func != nil && c.Func.Signature().Recv() != nil && (arg == 0 && !in.Common().IsInvoke())
		if c.Fn == nil && e.Base.Func(c.Func) == nil && !isReceiver && !e.servedAlone(c, in.Common().Args[arg]) {
			return false
		}
	}
	return true
}

// Negative reports whether the first argument of the call is a negated number, as a process group is named to kill: there, or where the package calls
// the function that hands its parameter on.
func (e *Engine) Negative(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok || len(call.Common().Args) == 0 {
		return false
	}
	number := call.Common().Args[0]
	p, ok := number.(*ssa.Parameter)
	if !ok {
		return negated(number)
	}
	index := slices.Index(in.Parent().Params, p)
	calls := e.stores.calls[in.Parent()]
	return len(calls) > 0 && !slices.ContainsFunc(calls, func(c ssa.CallInstruction) bool { return !negated(c.Common().Args[index]) })
}

func negated(v ssa.Value) bool {
	u, ok := v.(*ssa.UnOp)
	return ok && u.Op == token.SUB
}

// Text returns the constant string that the value is; false where it is not constant.
func (e *Engine) Text(v ssa.Value) (string, bool) {
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value), true
	}
	return "", false
}

// KnownCall returns the word that knowledge has for the key at a call of one known function, with the value of the operand. It is how the
// model reads what a library call makes.
func (e *Engine) KnownCall(call ssa.CallInstruction, key string) (args []Arg, ok bool) {
	callees, _ := e.Callees(call)
	if len(callees) != 1 {
		return nil, false
	}
	entry := e.Base.Func(callees[0].Func)
	op, ok := entry.Operand(key)
	if !ok {
		return nil, false
	}
	return e.operandArgs(callees[0], op), true
}

// Idle reports whether knowledge describes the one function that is called and has nothing to tell of it: it starts, ends and stops nothing.
func (e *Engine) Idle(call ssa.CallInstruction) bool {
	callees, _ := e.Callees(call)
	if len(callees) != 1 {
		return false
	}
	entry := e.Base.Func(callees[0].Func)
	return entry != nil && len(entry.Keys()) == 0
}
