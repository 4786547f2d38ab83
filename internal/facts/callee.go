package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Callee is one function that a call can reach, with the call's arguments in the order of its parameters, the receiver first.
type Callee struct {
	Fn   *ssa.Function // the function, where this package has its body
	Func *types.Func   // its declaration; nil for a closure
	Args []Arg
}

// Arg is an argument: a value at the call, or what is known of a receiver that was bound before.
type Arg struct {
	Value ssa.Value
	Bound Set
}

// objects evaluates the argument.
func (e *Engine) objects(a Arg) Set {
	if a.Value == nil {
		return a.Bound
	}
	return e.Eval(a.Value)
}

// Callees resolves a call. The second result is false where the call can reach functions that are not known.
func (e *Engine) Callees(call ssa.CallInstruction) ([]Callee, bool) {
	if known, ok := e.callees[call]; ok {
		return known.list, known.all
	}
	e.callees[call] = resolved{} // a call that depends on itself is unknown
	list, all := e.resolve(call)
	e.callees[call] = resolved{list, all}
	if e.evaluation != nil {
		e.evaluation.callees = append(e.evaluation.callees, call)
	}
	return list, all
}

type resolved struct {
	list []Callee
	all  bool
}

func (e *Engine) resolve(call ssa.CallInstruction) ([]Callee, bool) {
	c := call.Common()
	args := make([]Arg, 0, len(c.Args)+1)
	if c.IsInvoke() {
		args = append(args, Arg{Value: c.Value})
	}
	for _, a := range c.Args {
		args = append(args, Arg{Value: a})
	}
	switch {
	case c.IsInvoke():
		return e.resolveInvoke(c, args)
	case c.StaticCallee() != nil:
		return []Callee{e.codeCallee(c.Value, c.StaticCallee(), args)}, true
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return nil, true
	}
	var list []Callee
	all := true
	for _, o := range e.passedIn(e.Eval(c.Value), call) {
		switch {
		case o.Kind == Code && o.Value != nil:
			list = append(list, e.codeCallee(o.Value, nil, args))
		case o.Kind == Code && o.Func != nil:
			list = append(list, Callee{Func: o.Func, Args: args})
		case o.Kind == Param, o.Kind == Made && o.MakerCall() != nil:
			all = false
		}
	}
	return list, all && len(list) > 0
}

// passedIn adds to a parameter of another function, which came here through a field or variable, what the package's static calls of that
// function pass.
func (e *Engine) passedIn(set Set, in ssa.Instruction) Set {
	all := set
	for _, o := range set {
		if o.Kind == Param && outermost(o.Fn) != outermost(in.Parent()) {
			all = all.Union(e.passed(o.Fn, o.Index))
		}
	}
	return all
}

// passed evaluates what the package's static calls of a function pass for a parameter, the receiver first.
func (e *Engine) passed(fn *ssa.Function, index int) Set {
	var set Set
	for _, call := range e.stores.calls[fn] {
		if args := call.Common().Args; index < len(args) {
			set = set.Union(e.Eval(args[index]))
		}
	}
	return set
}

// codeCallee makes a callee of a function value. A method value passes its bound receiver as the first argument.
func (e *Engine) codeCallee(v ssa.Value, fn *ssa.Function, args []Arg) Callee {
	mc, _ := v.(*ssa.MakeClosure)
	if mc != nil {
		fn = mc.Fn.(*ssa.Function)
	} else if f, ok := v.(*ssa.Function); ok {
		fn = f
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, _ := fn.Object().(*types.Func)
	if strings.HasPrefix(fn.Synthetic, "bound method wrapper") && mc != nil {
		args = append([]Arg{{Value: mc.Bindings[0]}}, args...)
		if types.IsInterface(mc.Bindings[0].Type()) {
			return Callee{Func: obj, Args: args}
		}
	}
	if obj != nil {
		if real := e.Pkg.Prog.FuncValue(obj.Origin()); real != nil {
			fn = real
		}
	}
	if len(fn.Blocks) == 0 || fn.Pkg != e.Pkg {
		return Callee{Func: obj, Args: args}
	}
	return Callee{Fn: fn, Func: obj, Args: args}
}

// resolveInvoke finds the methods behind an interface call: those of the concrete types that the value is known to have, or, where it can
// be anything, those of the few types in view that implement the interface. An interface method that knowledge describes stands for itself.
func (e *Engine) resolveInvoke(c *ssa.CallCommon, args []Arg) ([]Callee, bool) {
	self := Callee{Func: c.Method, Args: args}
	if e.Base.Func(c.Method) != nil {
		return []Callee{self}, true
	}
	var list []Callee
	seen := map[*types.Func]bool{}
	add := func(t types.Type, recv Set) bool {
		fn, via := methodOf(t, c.Method)
		if fn == nil {
			return false
		}
		if !seen[fn] {
			seen[fn] = true
			if via != nil {
				recv = e.field(via)
			}
			list = append(list, e.declared(fn, append([]Arg{{Bound: recv}}, args[1:]...)))
		}
		return true
	}
	open := false
	for _, o := range e.Eval(c.Value) {
		t := o.Type()
		if known := e.knownMethod(t, c.Method); known != nil {
			list = append(list, Callee{Func: known, Args: append([]Arg{{Bound: Set{o}}}, args[1:]...)})
			continue
		}
		if t == nil || types.IsInterface(t) || !add(t, Set{o}) {
			open = open || o.Kind == Param || o.Kind == Field || o.MakerCall() != nil
		}
	}
	if len(list) > 0 || !open {
		return append(list, self)[:max(len(list), 1)], len(list) > 0 && !open
	}
	for _, t := range e.implementations(c.Value.Type()) {
		add(t, e.Eval(c.Value))
	}
	if len(list) == 0 {
		return []Callee{self}, false
	}
	return list, false
}

// knownMethod is the method of an object's own interface that knowledge describes, where the call is through another one: a listener's Close
// called through an io.Closer.
func (e *Engine) knownMethod(t types.Type, m *types.Func) *types.Func {
	if t == nil || !types.IsInterface(t) {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, false, m.Pkg(), m.Name())
	fn, ok := obj.(*types.Func)
	if !ok || e.Base.Func(fn) == nil {
		return nil
	}
	return fn
}

// declared makes a callee of a declared function or method.
func (e *Engine) declared(fn *types.Func, args []Arg) Callee {
	if f := e.Pkg.Prog.FuncValue(fn.Origin()); f != nil && len(f.Blocks) > 0 && f.Pkg == e.Pkg {
		return Callee{Fn: f, Func: fn, Args: args}
	}
	return Callee{Func: fn, Args: args}
}

// methodOf finds the method of that name and package, and the embedded field that it is promoted from, if any.
func methodOf(t types.Type, m *types.Func) (*types.Func, *types.Var) {
	obj, path, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name())
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, nil
	}
	var via *types.Var
	for _, i := range path[:len(path)-1] {
		via = fieldVar(t, i)
		if via == nil {
			return nil, nil
		}
		t = via.Type()
	}
	if types.IsInterface(t) {
		return nil, nil
	}
	return fn, via
}

// Result evaluates result index of a call.
func (e *Engine) Result(call *ssa.Call, index int) Set {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		if b.Name() != "append" {
			return nil
		}
		var set Set
		for _, a := range call.Call.Args {
			set = set.Union(e.Eval(a))
		}
		return set
	}
	list, all := e.Callees(call)
	set := Set{}
	for _, c := range list {
		set = set.Union(e.calleeResult(call, c, index))
	}
	if len(set) == 0 || !all {
		set = set.Union(e.made(call, index))
	}
	return set
}

func (e *Engine) calleeResult(call *ssa.Call, c Callee, index int) Set {
	if entry := e.Base.Func(c.Func); entry != nil {
		return e.knownResult(call, c, index)
	}
	if c.Fn == nil {
		return e.importedResult(call, c, index)
	}
	var set Set
	for _, b := range c.Fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && index < len(ret.Results) {
			set = set.Union(e.substitute(e.Eval(ret.Results[index]), c, call))
		}
	}
	return set
}

// knownResult evaluates a call that knowledge describes: a done channel belongs to its ctx, an error wrapper holds its error.
func (e *Engine) knownResult(call *ssa.Call, c Callee, index int) Set {
	entry := e.Base.Func(c.Func)
	if op, ok := entry.Operand("done"); ok {
		var set Set
		for _, o := range e.operand(c, op) {
			set = set.Union(e.one(Object{Kind: Done, Of: o}))
		}
		return set
	}
	set := e.made(call, index)
	if op, ok := entry.Operand("chain"); ok {
		set = set.Union(e.operand(c, op))
	}
	if op, ok := entry.Operand("wrap"); ok {
		for _, a := range e.operandArgs(c, op) {
			set = set.Union(e.elementsToo(a))
		}
	}
	return set
}

// elementsToo evaluates a value and, for a variadic slice, what was put into it.
func (e *Engine) elementsToo(a Arg) Set {
	set := e.objects(a)
	if a.Value == nil {
		return set
	}
	if sl, ok := a.Value.Type().Underlying().(*types.Slice); ok {
		set = set.Union(e.elementOf(a.Value, sl.Elem()))
	}
	return set
}

// substitute replaces the callee's parameters by the call's arguments, and marks what the callee made with the call that brought it.
func (e *Engine) substitute(set Set, c Callee, call ssa.CallInstruction) Set {
	if !slices.ContainsFunc(set, func(o *Object) bool { return replaced(o, c) }) {
		return set
	}
	var out Set
	for _, o := range set {
		out = out.Union(e.substituteOne(o, c, call))
	}
	return out
}

// replaced reports whether a call of the callee makes another object of this one.
func replaced(o *Object, c Callee) bool {
	switch o.Kind {
	case Param:
		return o.Fn == c.Fn
	case Done:
		return replaced(o.Of, c)
	case Made:
		return o.At == nil && c.Fn.Parent() == nil && o.home() == c.Fn
	}
	return false
}

func (e *Engine) substituteOne(o *Object, c Callee, call ssa.CallInstruction) Set {
	switch {
	case !replaced(o, c):
	case o.Kind == Param:
		if o.Index < len(c.Args) {
			return e.objects(c.Args[o.Index])
		}
		return nil
	case o.Kind == Done:
		var set Set
		for _, of := range e.substituteOne(o.Of, c, call) {
			set = set.Union(e.one(Object{Kind: Done, Of: of}))
		}
		return set
	default:
		clone := *o
		clone.At = call
		return e.one(clone)
	}
	return Set{o}
}

// FuncOf returns the function of this package that a function object is, or nil. A method value is its method.
func (e *Engine) FuncOf(o *Object) *ssa.Function {
	if o.Kind != Code || o.Value == nil {
		return nil
	}
	return e.codeCallee(o.Value, nil, nil).Fn
}

// IsHandlerCall reports whether the call registers a function that runs once a request.
func (e *Engine) IsHandlerCall(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	list, _ := e.Callees(call)
	return len(list) == 1 && e.Base.Func(list[0].Func).Has("handler")
}
