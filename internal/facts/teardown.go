package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Teardown is a call that ends what a field holds.
type Teardown struct {
	At    ssa.Instruction // in the function that was asked, the call itself or the one that runs the literal which holds it
	Field *types.Var
}

// endings are the beginnings of the names of methods after which their receiver cannot be used.
var endings = []string{"close", "stop", "shutdown", "destroy", "teardown", "disconnect", "terminate"}

// ends reports whether the name promises an end.
func ends(name string) bool {
	name = strings.ToLower(name)
	for _, e := range endings {
		if strings.HasPrefix(name, e) {
			return true
		}
	}
	return false
}

// Teardowns returns the calls of the method, and of the literals that it runs, that end what a field of its receiver holds, or an element of
// it.
func (e *Engine) Teardowns(fn *ssa.Function) []Teardown {
	var all []Teardown
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			if name, recv := MethodCall(call); ends(name) && !e.Idle(call) {
				if v := e.fieldBehind(recv, fn, nil); v != nil {
					all = append(all, Teardown{in, v})
				}
			}
			for _, arg := range call.Call.Args {
				if lit := literal(arg); lit != nil {
					all = append(all, e.teardownsIn(lit, call, fn)...)
				}
			}
		}
	}
	return all
}

func literal(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.Function:
		if v.Parent() != nil {
			return v
		}
	}
	return nil
}

// teardownsIn returns what a literal ends that is an argument of the call: its parameters are elements of the call's receiver.
func (e *Engine) teardownsIn(lit *ssa.Function, call *ssa.Call, fn *ssa.Function) []Teardown {
	var all []Teardown
	for _, b := range lit.Blocks {
		for _, in := range b.Instrs {
			c, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			if name, recv := MethodCall(c); ends(name) {
				if v := e.fieldBehind(recv, fn, call); v != nil {
					all = append(all, Teardown{call, v})
				}
			}
		}
	}
	return all
}

// fieldBehind returns the field of the method's receiver that a value comes from. The parameters of a literal come from the call that it is
// handed to.
func (e *Engine) fieldBehind(v ssa.Value, fn *ssa.Function, call *ssa.Call) *types.Var {
	seen := map[ssa.Value]bool{}
	work := []ssa.Value{v}
	for len(work) > 0 && len(seen) < 60 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if v == nil || seen[v] {
			continue
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.FieldAddr:
			if e.isReceiver(v.X, fn) {
				return fieldVar(v.X.Type(), v.Field)
			}
			work = append(work, v.X)
			continue
		case *ssa.Parameter:
			if call != nil && v.Parent() != fn {
				work = append(work, call.Call.Args...)
				if call.Call.IsInvoke() {
					work = append(work, call.Call.Value)
				}
			}
			continue
		case *ssa.Call:
			work = append(work, v.Call.Args...)
			if v.Call.IsInvoke() {
				work = append(work, v.Call.Value)
			}
			continue
		case *ssa.Alloc:
			if len(storedInto(v)) > 4 {
				continue
			}
		}
		work = append(work, e.parts(v)...)
	}
	return nil
}

// parts are the values that a value is read from, elements of containers included.
func (e *Engine) parts(v ssa.Value) []ssa.Value {
	switch v := v.(type) {
	case *ssa.Next:
		return []ssa.Value{v.Iter}
	case *ssa.Range:
		return []ssa.Value{v.X}
	case *ssa.Lookup:
		return []ssa.Value{v.X}
	case *ssa.IndexAddr:
		return []ssa.Value{v.X}
	case *ssa.Index:
		return []ssa.Value{v.X}
	case *ssa.Field:
		return []ssa.Value{v.X}
	case *ssa.TypeAssert:
		return []ssa.Value{v.X}
	case *ssa.FreeVar, *ssa.Global:
		return nil
	}
	return e.sources(v)
}

// isReceiver reports whether the value is the receiver of the method, also where a literal of the method has captured it.
func (e *Engine) isReceiver(v ssa.Value, fn *ssa.Function) bool {
	if fn.Signature.Recv() == nil || len(fn.Params) == 0 {
		return false
	}
	self := fn.Params[0]
	if u, ok := v.(*ssa.UnOp); ok && isVariable(u.X) {
		return types.Identical(u.Type(), self.Type())
	}
	return v == ssa.Value(self) || isVariable(v) && types.Identical(v.Type(), self.Type())
}

func isVariable(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.FreeVar, *ssa.Alloc:
		return true
	}
	return false
}

// usesWithin is how many calls deep the use of a field is looked for.
const usesWithin = 4

// UsesField reports whether the function, its literals or what they call in this package use the field.
func (e *Engine) UsesField(fn *ssa.Function, field *types.Var) bool {
	return e.usesField(fn, field, 0, map[*ssa.Function]bool{})
}

func (e *Engine) usesField(fn *ssa.Function, field *types.Var, depth int, seen map[*ssa.Function]bool) bool {
	if seen[fn] || depth > usesWithin {
		return false
	}
	seen[fn] = true
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.FieldAddr:
				if fieldVar(in.X.Type(), in.Field) == field {
					return true
				}
			case ssa.CallInstruction:
				callees, _ := e.Callees(in)
				for _, c := range callees {
					if c.Fn != nil && e.usesField(c.Fn, field, depth+1, seen) {
						return true
					}
				}
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if e.usesField(lit, field, depth, seen) {
			return true
		}
	}
	return false
}

// keeps are the packages of the standard library whose types keep things that are used until they are closed.
var keeps = map[string]bool{"database/sql": true, "sync": true, "sync/atomic": true}

// WakesReaders reports whether closing a thing of the type is what ends those who read from it, as with connections, listeners and
// subscriptions, so that they need not be waited for first; or whether nothing goes wrong in who uses it after that, as with timers.
func WakesReaders(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Chan, *types.Basic, *types.Signature:
		return true
	case *types.Slice:
		return WakesReaders(u.Elem())
	case *types.Map:
		return WakesReaders(u.Elem())
	}
	if n := named(t); n != nil && n.Obj().Pkg() != nil && ScopeOf(n.Obj().Pkg().Path(), nil) == Standard {
		return !keeps[n.Obj().Pkg().Path()]
	}
	if !types.IsInterface(t) {
		if _, pointer := t.Underlying().(*types.Pointer); !pointer {
			t = types.NewPointer(t)
		}
	}
	for sel := range types.NewMethodSet(t).Methods() {
		for _, word := range []string{"Read", "Recv", "Receive", "Accept", "Poll", "Fetch", "Consume", "Next", "Pop", "Listen", "Serve"} {
			if strings.HasPrefix(sel.Obj().Name(), word) && (word != "Read" || !takesFunction(sel.Obj())) {
				return true
			}
		}
	}
	return false
}

// takesFunction reports whether the method gets a function, as the Read of a database does, which runs it in a transaction.
func takesFunction(method types.Object) bool {
	for p := range method.(*types.Func).Signature().Params().Variables() {
		if _, ok := p.Type().Underlying().(*types.Signature); ok {
			return true
		}
	}
	return false
}

func named(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, _ := types.Unalias(t).(*types.Named)
	return n
}

// InOwnField reports whether one of the objects is an unexported field of a type of this package.
func (e *Engine) InOwnField(set Set) bool {
	for _, o := range set {
		if o.Kind == Field && o.Var.Pkg() == e.Pkg.Pkg && !o.Var.Exported() {
			return true
		}
	}
	return false
}

// StoredInOwnField reports whether the package puts one of the objects into an unexported field of a type of its own.
func (e *Engine) StoredInOwnField(objects Set) bool {
	if e.ownStored == nil {
		e.ownStored = map[*Object]bool{}
		for _, v := range e.stores.order {
			if v.Pkg() != e.Pkg.Pkg || v.Exported() {
				continue
			}
			for _, st := range e.stores.fields[v] {
				if !canHold(st.value.Type()) {
					continue
				}
				for _, o := range e.Eval(st.value) {
					e.ownStored[o] = o.Kind != Nil
				}
			}
		}
	}
	return slices.ContainsFunc(objects, func(o *Object) bool { return e.ownStored[o] })
}
