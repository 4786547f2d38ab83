package facts

import (
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// export writes the facts of the package.
func (e *Engine) export() {
	for _, fn := range e.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() != e.Pkg.Pkg || fn.Parent() != nil || !exposed(obj) {
			continue
		}
		if s := e.summarise(fn); s != nil {
			e.Pass.ExportObjectFact(obj, s)
		}
	}
	e.exportOrigins()
	e.Pass.ExportPackageFact(e.Program())
}

// exposed reports whether an importer can call the function: exported, and a method's type need not be, since interfaces reach it.
func exposed(fn *types.Func) bool { return fn.Exported() }

func (e *Engine) summarise(fn *ssa.Function) *Summary {
	s := &Summary{Version: version, NoReturn: endsProcess(fn)}
	for _, ev := range e.Events(fn) {
		if eff, ok := e.effect(ev, fn); ok && !(e.alike(ev) && s.tells(eff)) {
			s.Effects = append(s.Effects, eff)
		}
	}
	s.Effects = bounded(s.Effects)
	s.Stopped, s.Drained = e.stoppedResult(fn)
	s.Endless = e.Endless(fn)
	s.Streams = e.Answers(fn) && e.StreamAt(fn) != nil
	s.Routes = e.routings(fn)
	s.Changes = e.changedBy(fn)
	useful := s.NoReturn || s.Endless || s.Streams || s.Stopped > 0 || len(s.Effects)+len(s.Routes)+len(s.Changes) > 0
	results := fn.Signature.Results()
	for i := range results.Len() {
		var refs []Ref
		if interesting(results.At(i).Type()) {
			refs = e.refs(e.Returns(fn, i), fn)
		}
		useful = useful || len(refs) > 0
		s.Results = append(s.Results, refs)
	}
	if !useful {
		return nil
	}
	return s
}

// bounded leaves out effects where they are many: first all locks, since one that is taken says nothing without the place where it is given up,
// then what happens in the same way before.
func bounded(effects []Effect) []Effect {
	if len(effects) <= maxEffects {
		return effects
	}
	var s Summary
	for _, eff := range effects {
		if eff.Kind != Lock && eff.Kind != Unlock && len(s.Effects) < maxEffects && !s.tells(eff) {
			s.Effects = append(s.Effects, eff)
		}
	}
	return s.Effects
}

// alike reports whether callers learn no more from a second effect like this one than from the first: a function may panic at a hundred
// places, and how often it closes a channel that another package keeps for itself is the affair of that package. Of most effects the number and
// the order count, and all are kept.
func (e *Engine) alike(ev *Event) bool {
	switch ev.Kind {
	case Exit, Block:
		return true
	case Receive, Send, Close:
	default:
		return false
	}
	hidden := func(o *Object) bool {
		if o.Kind == Field || o.Kind == Global {
			return !o.Var.Exported() && o.Var.Pkg() != e.Pkg.Pkg
		}
		return o.Kind == Made
	}
	return len(ev.Subject) > 0 && !slices.ContainsFunc(ev.Subject, func(o *Object) bool { return !hidden(o) })
}

// tells reports whether the summary has an effect like this one, by whatever way.
func (s *Summary) tells(eff Effect) bool {
	eff.Steps = nil
	for i := range s.Effects {
		if other := &s.Effects[i]; other.Kind == eff.Kind && other.Word == eff.Word && len(other.Subject) == len(eff.Subject) {
			without := *other
			without.Steps = nil
			if reflect.DeepEqual(without, eff) {
				return true
			}
		}
	}
	return false
}

// interesting reports whether a result of the type can be a server, channel, ctx, function, error or other thing that events happen to.
func interesting(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Array:
		return false
	}
	return true
}

// effect turns an event into what callers in other packages see of it.
func (e *Engine) effect(ev *Event, fn *ssa.Function) (Effect, bool) {
	if ev.Mode == Callback || !rises(ev, fn) {
		return Effect{}, false
	}
	subject := e.refs(ev.Subject, fn)
	switch ev.Kind {
	case Lock, Unlock, Receive, Send, Close, Add, Discount, Wait, Cancel, Release:
		if !visible(subject) {
			return Effect{}, false
		}
	}
	eff := Effect{
		Kind: ev.Kind, Mode: ev.Mode, Server: ev.Server, Must: ev.Must && e.practically(ev), ComesBack: e.comesBack(ev), Brief: ev.Brief, Once: ev.Once, Word: ev.Word, HasCtx: ev.HasCtx,
		Number: ev.Signal, Bound: ev.Bound, Subject: subject, Ctx: e.refs(ev.Ctx, fn), Group: e.refs(ev.Group, fn),
		Body: e.refs(ev.Body, fn), Steps: e.steps(ev, fn), Abrupt: ev.Kind == Exit && e.Abrupt(ev),
		Signals: ev.Signals.Numbers, Listed: ev.Signals.Known, List: ev.Signals.Param,
	}
	if ev.Kind == Notify || ev.Kind == OnStop {
		eff.Returned = e.returned(ev.Subject, fn)
	}
	switch ev.Kind {
	case Lock, Unlock:
		// The locks that another module keeps for itself are balanced there, and they would be half of all facts.
		ours := ScopeOf(e.Pass.Pkg.Path(), e.Pass.Module) == Main
		return eff, ours || slices.ContainsFunc(eff.Subject, Ref.fromCaller)
	case Exit:
		eff.When = e.leadingTo(fn, ev)
		return eff, e.Meant(ev)
	case Invoke:
		for _, arg := range ev.Args {
			eff.Args = append(eff.Args, e.refs(arg, fn))
		}
		return eff, visible(eff.Body)
	case Serve:
		eff.Listen, eff.Alone, eff.Aside = e.refs(ev.Listen, fn), e.servesAlone(ev, fn), e.IsAside(ev, ev.Subject)
	case Drain:
		eff.Aside = e.IsAside(ev, ev.Subject)
	case OnStop, ChildStart, ChildReap, ChildRun:
		return eff, len(eff.Subject) > 0
	}
	return eff, true
}

// fromCaller reports whether the caller hands the object in.
func (r Ref) fromCaller() bool { return r.Root == RootParam }

// returned is 1 + the index of the result of fn that is one of the objects; 0 where none is.
func (e *Engine) returned(set Set, fn *ssa.Function) int {
	for i := range fn.Signature.Results().Len() {
		if e.Returns(fn, i).Meets(set) {
			return i + 1
		}
	}
	return 0
}

func visible(refs []Ref) bool {
	for _, r := range refs {
		if r.Root != RootMade && r.Root != RootNil {
			return true
		}
	}
	return false
}

// refs names objects for other packages.
func (e *Engine) refs(set Set, fn *ssa.Function) []Ref {
	var refs []Ref
	for _, o := range set {
		if len(set) > 1 && holdsReference(o) {
			continue // a variable that a literal has captured; what it holds is in the set too
		}
		r, ok := e.ref(o, fn, 0)
		if ok && !slices.ContainsFunc(refs, func(other Ref) bool { return reflect.DeepEqual(other, r) }) {
			refs = append(refs, r)
		}
	}
	return refs
}

// holdsReference reports whether the object is a local variable that holds a reference.
func holdsReference(o *Object) bool {
	cell, ok := o.Value.(*ssa.Alloc)
	return ok && o.Kind == Made && canHold(cell.Type().Underlying().(*types.Pointer).Elem())
}

func (e *Engine) ref(o *Object, fn *ssa.Function, depth int) (Ref, bool) {
	if depth > 3 {
		return Ref{}, false
	}
	switch o.Kind {
	case Nil:
		return Ref{Root: RootNil}, true
	case Param:
		if o.Fn == fn {
			return Ref{Root: RootParam, Index: o.Index}, true
		}
		if !passedFromOutside(o) {
			return Ref{}, false
		}
		return Ref{Root: RootPassed, Index: o.Index, Name: o.Fn.Object().(*types.Func).FullName()}, true
	case Global:
		return Ref{Root: RootGlobal, Name: o.Var.Pkg().Path() + "." + o.Var.Name()}, o.Var.Pkg() != nil
	case Field:
		name := e.fieldName(o.Var)
		return Ref{Root: RootField, Name: name}, name != ""
	case Code:
		f := o.Func
		if v, ok := o.Value.(*ssa.Function); ok {
			f, _ = v.Object().(*types.Func)
		}
		if f == nil || !f.Exported() {
			return Ref{}, false
		}
		return Ref{Root: RootCode, Name: f.FullName()}, true
	case Done:
		r, ok := e.ref(o.Of, fn, depth+1)
		r.Done = true
		return r, ok
	case Made:
		return e.madeRef(o, fn, depth)
	}
	return Ref{}, false
}

func (e *Engine) madeRef(o *Object, fn *ssa.Function, depth int) (Ref, bool) {
	if o.Fact != nil {
		return *o.Fact, true
	}
	r := Ref{Root: RootMade, Index: o.Index, Cap: e.ChanCap(o), Bound: -1}
	if call := o.MakerCall(); call != nil {
		if callee := call.Call.StaticCallee(); callee != nil {
			if f, ok := callee.Object().(*types.Func); ok {
				r.Name = f.FullName()
			}
		}
	}
	if d, ok := e.CtxBound(o); ok {
		r.Bound = int64(d)
	}
	for _, p := range e.CtxParents(o) {
		if pr, ok := e.ref(p, fn, depth+1); ok {
			r.Parents = append(r.Parents, pr)
		}
	}
	return r, true
}

// fieldName names a field of a package-level struct type.
func (e *Engine) fieldName(v *types.Var) string {
	if v.Pkg() == nil {
		return ""
	}
	if e.fieldNames == nil {
		e.fieldNames, e.named = map[*types.Var]string{}, map[*types.Package]bool{}
	}
	if e.named[v.Pkg()] {
		return e.fieldNames[v]
	}
	e.named[v.Pkg()] = true
	scope := v.Pkg().Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		if st, ok := tn.Type().Underlying().(*types.Struct); ok {
			for f := range st.Fields() {
				if e.fieldNames[f] == "" {
					e.fieldNames[f] = v.Pkg().Path() + "." + name + "." + f.Name()
				}
			}
		}
	}
	return e.fieldNames[v]
}

// steps lists the calls on the way from fn to the event.
func (e *Engine) steps(ev *Event, fn *ssa.Function) []Step {
	var steps []Step
	for at := ev; at != nil && len(steps) < maxSteps; at = at.Via {
		steps = append(steps, e.step(at.Instr))
		if at.Via == nil {
			steps = append(steps, at.Steps...)
		}
	}
	return steps[:min(len(steps), maxSteps)]
}

func (e *Engine) step(in ssa.Instruction) Step {
	fn := in.Parent()
	out := outermost(fn)
	pos := e.Pass.Fset.Position(in.Pos())
	name, ok := e.funcNames[out]
	if !ok {
		name = out.RelString(nil)
		e.funcNames[out] = name
	}
	return Step{Func: name, File: filepath.Base(pos.Filename), Line: pos.Line - e.Pass.Fset.Position(out.Pos()).Line}
}

// exportOrigins writes what the package stores in its own exported variables and in the fields of its types, as far as importers can name
// it: channels with their capacity, and functions.
func (e *Engine) exportOrigins() {
	for _, v := range e.stores.order {
		stores := e.stores.fields[v]
		if v.Pkg() == e.Pkg.Pkg && v.Exported() {
			var vals []ssa.Value
			for _, st := range stores {
				vals = append(vals, st.value)
			}
			e.exportOrigin(v, vals)
		}
	}
	for _, name := range e.Pkg.Pkg.Scope().Names() {
		g, ok := e.Pkg.Members[name].(*ssa.Global)
		if !ok || !token.IsExported(name) || len(e.stores.globals[g]) == 0 {
			continue
		}
		if v, ok := g.Object().(*types.Var); ok {
			e.exportOrigin(v, e.stores.globals[g])
		}
	}
}

func (e *Engine) exportOrigin(v *types.Var, vals []ssa.Value) {
	switch v.Type().Underlying().(type) {
	case *types.Chan, *types.Signature, *types.Interface:
	default:
		return
	}
	if e.fieldName(v) == "" && v.IsField() {
		return
	}
	var refs []Ref
	for _, val := range vals {
		for _, r := range e.refs(e.Eval(val), nil) {
			if r.Root == RootMade || r.Root == RootCode {
				refs = append(refs, r)
			}
		}
	}
	if len(refs) > 0 && len(refs) <= 4 {
		e.Pass.ExportObjectFact(v, &Origin{Version: version, Refs: refs})
	}
}
