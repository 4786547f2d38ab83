package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// maxEffects bounds the effects of one exported summary, maxSteps the calls that one of them names.
const (
	maxEffects = 32
	maxSteps   = 4
)

// summary returns what an import's function does, or nil.
func (e *Engine) summary(fn *types.Func) *Summary {
	fn = fn.Origin()
	if known, ok := e.imported[fn]; ok {
		return known
	}
	var s *Summary
	if fn.Pkg() != nil && fn.Pkg() != e.Pkg.Pkg {
		s = new(Summary)
		if !e.Pass.ImportObjectFact(fn, s) || s.Version != version {
			s = nil
		}
	}
	e.imported[fn] = s
	return s
}

// origin returns what an import's package stores in its field or variable.
func (e *Engine) origin(v *types.Var) Set {
	if known, ok := e.origins[v]; ok || v.Pkg() == nil || v.Pkg() == e.Pkg.Pkg {
		return known
	}
	e.origins[v] = nil
	var o Origin
	if e.Pass.ImportObjectFact(v, &o) && o.Version == version {
		for i := range o.Refs {
			e.origins[v] = e.origins[v].Union(e.resolveRef(&o.Refs[i], Callee{}, nil, 0))
		}
	}
	return e.origins[v]
}

// liftSummary adds an import's effects as seen from the call.
func (s *scan) liftSummary(in ssa.CallInstruction, c Callee, sum *Summary, mode Mode, spawn *Event) {
	var inner *Event
	for i := range sum.Effects {
		eff := &sum.Effects[i]
		ev := &Event{Kind: eff.Kind, Mode: within(mode, eff.Mode), Instr: in, Must: eff.Must, ComesBack: eff.ComesBack, Brief: eff.Brief, Once: eff.Once, Spawned: spawn, Act: &Act{Server: eff.Server, Abrupt: eff.Abrupt, Aside: eff.Aside, Case: -1, Steps: append([]Step{{Func: c.Func.FullName()}}, eff.Steps...), Signal: eff.Number, Word: eff.Word, HasCtx: eff.HasCtx, When: eff.When}, Details: &Details{}}
		ev.Bound = eff.Bound
		if eff.Kind == Notify || eff.Kind == Reset {
			ev.Signals = s.relist(&SignalList{Numbers: eff.Signals, Known: eff.Listed, Param: eff.List}, c)
		}
		for _, part := range []struct {
			refs []Ref
			into *Set
		}{{eff.Subject, &ev.Subject}, {eff.Ctx, &ev.Ctx}, {eff.Group, &ev.Group}, {eff.Body, &ev.Body}, {eff.Listen, &ev.Listen}} {
			for j := range part.refs {
				set := s.resolveRef(&part.refs[j], c, in, -1)
				*part.into = part.into.Union(set)
				if part.refs[j].fromParameter() {
					ev.Fresh = ev.Fresh.Union(set)
				}
			}
		}
		for _, refs := range eff.Args {
			var arg Set
			for j := range refs {
				arg = arg.Union(s.resolveRef(&refs[j], c, in, -1))
			}
			ev.Args = append(ev.Args, arg)
		}
		if call, ok := in.(*ssa.Call); ok && eff.Returned > 0 {
			ev.Subject = ev.Subject.Union(s.Result(call, eff.Returned-1))
		}
		if eff.Mode == Async && eff.Kind != Spawn {
			ev.Spawned = inner
		}
		s.add(ev)
		if eff.Kind == Spawn {
			inner = ev
			s.run(in, ev.Body, nil, within(mode, Async), ev)
		}
		switch eff.Kind {
		case Invoke:
			s.run(in, ev.Body.Union(s.inside(ev.Body, functionType)), ev.Args, ev.Mode, ev.Spawned)
		case OnStop:
			s.run(in, ev.Body, nil, Callback, ev.Spawned)
		}
	}
}

// fromParameter reports whether the object is a parameter or a ctx that derives from one.
func (r *Ref) fromParameter() bool {
	if r.Root == RootParam {
		return true
	}
	for i := range r.Parents {
		if r.Parents[i].fromParameter() {
			return true
		}
	}
	return false
}

// importedResult evaluates a result of an import's function.
func (e *Engine) importedResult(call *ssa.Call, c Callee, index int) Set {
	sum := e.summary(c.Func)
	if sum == nil || index >= len(sum.Results) {
		return nil
	}
	var set Set
	for i := range sum.Results[index] {
		set = set.Union(e.resolveRef(&sum.Results[index][i], c, call, index))
	}
	return set
}

// resolveRef turns a name from a fact into objects of this package. What the import made is named by the call and its result index.
func (e *Engine) resolveRef(r *Ref, c Callee, call ssa.CallInstruction, index int) Set {
	set := e.resolveRoot(r, c, call, index)
	if !r.Done {
		return set
	}
	var done Set
	for _, o := range set {
		done = done.Union(e.one(Object{Kind: Done, Of: o}))
	}
	return done
}

func (e *Engine) resolveRoot(r *Ref, c Callee, call ssa.CallInstruction, index int) Set {
	switch r.Root {
	case RootNil:
		return e.one(Object{Kind: Nil})
	case RootParam:
		if r.Index < len(c.Args) {
			return e.objects(c.Args[r.Index])
		}
	case RootPassed:
		if fn := e.lookupFunc(r.Name); fn != nil {
			return e.passed(e.Pkg.Prog.FuncValue(fn), r.Index)
		}
	case RootGlobal, RootField:
		if v := e.lookup(r.Name); v != nil {
			if r.Root == RootGlobal {
				return e.one(Object{Kind: Global, Var: v})
			}
			return e.field(v)
		}
	case RootCode:
		if fn := e.lookupFunc(r.Name); fn != nil {
			return e.one(Object{Kind: Code, Func: fn})
		}
	case RootMade:
		if v, ok := call.(*ssa.Call); ok {
			return e.one(Object{Kind: Made, Value: v, Index: index, Fact: r})
		}
		return e.one(Object{Kind: Made, Index: index, Fact: r})
	}
	return nil
}
