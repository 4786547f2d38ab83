package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// closerNames are the methods by which a type of the module promises to be closed.
var closerNames = []string{"Close", "Shutdown", "Stop"}

// CloserMethod returns the method by which a type is closed, or nil.
func CloserMethod(t types.Type) *types.Func {
	fn, _ := closerMethod(t, true)
	return fn
}

// OwnCloser returns the method by which a struct type is closed. One that it declares itself goes before one that it has from what it embeds, whose
// field is named then.
func OwnCloser(t types.Type) (closer *types.Func, embedded *types.Var) {
	if fn, _ := closerMethod(t, false); fn != nil {
		return fn, nil
	}
	fn, index := closerMethod(t, true)
	if fn == nil {
		return nil, nil
	}
	return fn, fieldVar(t, index)
}

// closerMethod returns the first closer of the type, and the field that it comes from where the type has it by embedding only.
func closerMethod(t types.Type, promoted bool) (*types.Func, int) {
	if t == nil {
		return nil, 0
	}
	for _, name := range closerNames {
		obj, index, _ := types.LookupFieldOrMethod(t, true, nil, name)
		if fn, ok := obj.(*types.Func); ok && fn.Signature().Params().Len() <= 1 && (promoted || len(index) == 1) {
			return fn, index[0]
		}
	}
	return nil, 0
}

// anyCloser stands in a program fact for a close through an interface that could be anything's.
const anyCloser = "*"

// maxCloses bounds the methods that a program fact names. Beyond, everything counts as closed.
const maxCloses = 200

// closes adds the methods by which the instruction gives up things of the module, or lets others do so.
func (p *Program) closes(e *Engine, in ssa.Instruction) {
	if fn, _ := e.givesUpAt(in); fn != nil && fn.Pkg() != nil && e.InModule(fn.Pkg()) {
		p.Closes = append(p.Closes, fn.Origin().FullName())
	}
	p.packageCloses(e, in)
	switch in := in.(type) {
	case *ssa.MakeInterface:
		p.converts(e, in.X.Type(), in.Type())
	case *ssa.ChangeInterface:
		p.converts(e, in.X.Type(), in.Type())
	case *ssa.TypeAssert:
		if in.X.Type().Underlying().(*types.Interface).NumMethods() == 0 && types.IsInterface(in.AssertedType) && CloserMethod(in.AssertedType) != nil {
			p.Closes = append(p.Closes, anyCloser)
		}
		p.converts(e, in.X.Type(), in.AssertedType)
	}
}

// converts adds the closers of a type of the module that an interface of another name has too, so that it may be closed through that.
func (p *Program) converts(e *Engine, from, to types.Type) {
	if types.Identical(from, to) || !types.IsInterface(to) {
		return
	}
	for _, name := range closerNames {
		obj, _, _ := types.LookupFieldOrMethod(from, true, nil, name)
		through, _, _ := types.LookupFieldOrMethod(to, true, nil, name)
		if fn, ok := obj.(*types.Func); ok && through != nil && through != obj && fn.Pkg() != nil && e.InModule(fn.Pkg()) {
			p.Closes = append(p.Closes, fn.Origin().FullName())
		}
	}
}

// ClosedInProgram reports whether this package or one below it closes something through that method, or may do so.
func (e *Engine) ClosedInProgram(closer *types.Func) bool {
	p := e.Program()
	return p.mayClose(closer)
}

// mayClose reports whether something is closed through that method, or may be.
func (p *Program) mayClose(closer *types.Func) bool {
	return p.ClosesMany || slices.Contains(p.Closes, anyCloser) || slices.Contains(p.Closes, closer.Origin().FullName())
}

// closedBelow reports whether a package below this one closes something through that method, or may do so.
func (e *Engine) closedBelow(closer *types.Func) bool {
	for _, q := range e.Pass.Pkg.Imports() {
		var p Program
		if e.Pass.ImportPackageFact(q, &p) && p.mayClose(closer) {
			return true
		}
	}
	return false
}

// ClosesOf returns the instructions of this package that give one of the objects up, or close something through the method, or let others do so.
// The second result is false where a package below may do so as well.
func (e *Engine) ClosesOf(closer *types.Func, objects Set) ([]ssa.Instruction, bool) {
	if e.closedBelow(closer) {
		return nil, false
	}
	objects = e.aliases(objects)
	var all []ssa.Instruction
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				var p Program
				p.closes(e, in)
				_, recv := e.givesUpAt(in)
				if p.mayClose(closer) || recv != nil && e.Eval(recv).Meets(objects) {
					all = append(all, in)
				}
			}
		}
	}
	return all, true
}

// CalleeName is what the call calls by name: a function, method, parameter or field, or "".
func CalleeName(call ssa.CallInstruction) string {
	common := call.Common()
	if common.IsInvoke() {
		return common.Method.Name()
	}
	switch v := common.Value.(type) {
	case *ssa.Function:
		return v.Name()
	case *ssa.Parameter:
		return v.Name()
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok {
			return fieldVar(fa.X.Type(), fa.Field).Name()
		}
	}
	return ""
}

// Makes reports whether the call makes something anew, by the name of what is called: it does not hand out what others share.
func Makes(call *ssa.Call) bool {
	name := strings.ToLower(CalleeName(call))
	for _, prefix := range []string{"new", "mustnew", "open", "mustopen", "dial", "connect", "mustconnect", "create"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// OfModule reports whether the type is declared in the module of this package.
func (e *Engine) OfModule(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && e.InModule(n.Obj().Pkg())
}

// SavesBy returns the effect that outlives the process which a function of the module has, as far as it is in view: the word of knowledge. What a
// logger holds back does not count, as most hold back nothing.
func (e *Engine) SavesBy(fn *types.Func) string {
	if f := e.Pkg.Prog.FuncValue(fn.Origin()); f != nil && f.Pkg == e.Pkg && len(f.Blocks) > 0 {
		return e.savesIn(f)
	}
	if sum := e.summary(fn); sum != nil {
		for i := range sum.Effects {
			eff := &sum.Effects[i]
			sure := eff.Must || e.InModule(fn.Pkg()) // what a library may do depends on how it was set up
			if eff.Kind == Save && sure && eff.Server != "logger" && Lasting(eff.Word) {
				return eff.Word
			}
		}
	}
	return ""
}

func (e *Engine) savesIn(fn *ssa.Function) string {
	for _, ev := range e.Events(fn) {
		if ev.Kind == Save && ev.Server != "logger" && Lasting(ev.Word) {
			return ev.Word
		}
	}
	return ""
}

// AwaitsBy reports whether a method of another package of the module waits for a group of goroutines: what they are at is finished by it.
func (e *Engine) AwaitsBy(fn *types.Func) bool {
	sum := e.summary(fn)
	return sum != nil && slices.ContainsFunc(sum.Effects, func(eff Effect) bool { return eff.Kind == Wait && eff.Mode != Async })
}

// DoesNothing reports whether a method of another package of the module has no effect that its summary tells.
func (e *Engine) DoesNothing(fn *types.Func) bool {
	sum := e.summary(fn)
	return sum == nil || len(sum.Effects) == 0
}

// Lasting reports whether the loss of an effect of this sort is seen after the process is gone.
func Lasting(effect string) bool {
	switch effect {
	case "flush", "commit", "unlock", "deregister":
		return true
	}
	return false
}

// FieldMakers returns the calls of this package that make what it puts into the field, directly or through a method of the field.
func (e *Engine) FieldMakers(v *types.Var, closable types.Type) []*ssa.Call {
	var vals []ssa.Value
	for _, st := range e.stores.fields[v] {
		vals = append(vals, st.value)
	}
	vals = append(vals, e.inflows()[e.field(v)[0]]...)
	var calls []*ssa.Call
	for _, val := range vals {
		set := e.Eval(val)
		set = set.Union(e.contents(set)).Union(e.inside(set, closable))
		for _, o := range set {
			call := o.MakerCall()
			if at, ok := o.At.(*ssa.Call); ok {
				call = at
			}
			if call != nil && o.Type() != nil && CloserMethod(o.Type()) != nil && Makes(call) && !slices.Contains(calls, call) {
				calls = append(calls, call)
			}
		}
	}
	return calls
}

// FieldObject returns the object that stands for the field of any value of its struct type.
func (e *Engine) FieldObject(v *types.Var) Set { return e.field(v) }

// GivesUpType reports whether the package gives up something through a value of exactly this type.
func (e *Engine) GivesUpType(t types.Type) bool {
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if _, recv := e.givesUpAt(in); recv != nil && types.Identical(recv.Type(), t) {
					return true
				}
			}
		}
	}
	return false
}

// CallsBound reports whether the call hands a ctx over, which may end what it makes.
func CallsBound(call *ssa.Call) bool {
	return slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return IsContext(a.Type()) })
}
