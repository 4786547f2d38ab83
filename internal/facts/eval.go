package facts

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// maxObjects bounds a value's set: a value that can be more things than this is not known.
const maxObjects = 48

// maxRounds bounds how often values that depend on each other are computed again until nothing changes.
const maxRounds = 6

// evaluation is the state of one outermost Eval: values that depend on each other are approximated in rounds, from nothing upwards.
type evaluation struct {
	met     map[ssa.Value]*approximation
	round   int
	cyclic  bool // a value was asked for while it was being computed
	changed bool // an approximation has grown in this round
	callees []ssa.CallInstruction
}

// approximation is what an evaluation knows of one value.
type approximation struct {
	set    Set
	done   int  // the last round that has computed it
	active bool // it is on the stack
}

// Eval returns the objects that the value can be. An empty set means that nothing is known.
func (e *Engine) Eval(v ssa.Value) Set {
	if set, ok := e.values[v]; ok {
		return set
	}
	switch v.(type) {
	case *ssa.Const:
		return e.eval(v) // there are many, and each is used once
	case *ssa.Alloc, *ssa.MakeChan, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeClosure, *ssa.Function, *ssa.Parameter, *ssa.Global:
		set := e.eval(v) // depends on no other value
		e.values[v] = set
		return set
	}
	if e.evaluation != nil {
		return e.evalWithin(e.evaluation, v)
	}
	ev := &evaluation{met: map[ssa.Value]*approximation{}}
	e.evaluation = ev
	for ev.round = 1; ev.round <= maxRounds; ev.round++ {
		ev.cyclic, ev.changed = false, false
		for _, call := range ev.callees {
			delete(e.callees, call) // resolved from approximations
		}
		ev.callees = nil
		e.evalWithin(ev, v)
		if !ev.cyclic || !ev.changed {
			break
		}
	}
	e.evaluation = nil
	for x, a := range ev.met {
		e.values[x] = a.set
	}
	return e.values[v]
}

func (e *Engine) evalWithin(ev *evaluation, v ssa.Value) Set {
	a := ev.met[v]
	if a == nil {
		a = new(approximation)
		ev.met[v] = a
	}
	ev.cyclic = ev.cyclic || a.active
	if a.done == ev.round || a.active {
		return a.set
	}
	a.active = true
	set := a.set.Union(e.eval(v))
	a.active, a.done = false, ev.round
	if len(set) <= maxObjects {
		ev.changed = ev.changed || len(set) != len(a.set)
		a.set = set
	}
	return a.set
}

func (e *Engine) eval(v ssa.Value) Set {
	switch v := v.(type) {
	case *ssa.Alloc, *ssa.MakeChan, *ssa.MakeMap, *ssa.MakeSlice:
		return e.made(v, 0)
	case *ssa.MakeInterface:
		return e.Eval(v.X)
	case *ssa.ChangeInterface:
		return e.Eval(v.X)
	case *ssa.ChangeType:
		return e.Eval(v.X)
	case *ssa.Convert:
		return e.Eval(v.X)
	case *ssa.TypeAssert:
		return e.Eval(v.X)
	case *ssa.Slice:
		return e.Eval(v.X)
	case *ssa.Phi:
		var set Set
		for _, edge := range v.Edges {
			set = set.Union(e.Eval(edge))
		}
		return set
	case *ssa.Const:
		if v.IsNil() {
			return e.one(Object{Kind: Nil})
		}
		return nil
	case *ssa.Function:
		return e.code(v)
	case *ssa.MakeClosure:
		return e.one(Object{Kind: Code, Value: v})
	case *ssa.Parameter:
		return e.one(Object{Kind: Param, Fn: v.Parent(), Index: paramIndex(v)})
	case *ssa.FreeVar:
		return e.freeVar(v)
	case *ssa.Global:
		return e.global(v)
	case *ssa.Call:
		return e.Result(v, 0)
	case *ssa.Extract:
		return e.extract(v)
	}
	return e.evalMemory(v)
}

func (e *Engine) evalMemory(v ssa.Value) Set {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		if f := fieldVar(v.X.Type(), v.Field); f != nil {
			return e.field(f)
		}
	case *ssa.Field:
		if f := fieldVar(v.X.Type(), v.Field); f != nil {
			return e.field(f).Union(e.contents(e.field(f)))
		}
	case *ssa.IndexAddr:
		return e.Eval(v.X)
	case *ssa.Index:
		return e.elementOf(v.X, v.Type())
	case *ssa.Lookup:
		return e.lookedUp(v, v.Type())
	case *ssa.UnOp:
		switch v.Op {
		case token.MUL:
			return e.load(v)
		case token.ARROW:
			return e.received(v.X, v.Type())
		}
	}
	return nil
}

func (e *Engine) code(fn *ssa.Function) Set {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	return e.one(Object{Kind: Code, Value: fn})
}

func (e *Engine) global(g *ssa.Global) Set {
	if v, ok := g.Object().(*types.Var); ok {
		return e.one(Object{Kind: Global, Var: v})
	}
	return e.made(g, 0)
}

func (e *Engine) freeVar(v *ssa.FreeVar) Set {
	var set Set
	for _, mc := range e.stores.closures[v.Parent()] {
		set = set.Union(e.Eval(mc.Bindings[freeVarIndex(v)]))
	}
	return set
}

// extract evaluates one result of a tuple.
func (e *Engine) extract(v *ssa.Extract) Set {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return e.Result(t, v.Index)
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return e.Eval(t.X)
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return e.lookedUp(t, v.Type())
		}
	case *ssa.UnOp:
		if v.Index == 0 {
			return e.received(t.X, v.Type())
		}
	case *ssa.Next:
		if r, ok := t.Iter.(*ssa.Range); ok && v.Index == 2 {
			return e.elementOf(r.X, v.Type())
		}
	case *ssa.Select:
		recv := 2
		for _, st := range t.States {
			if st.Dir != types.RecvOnly {
				continue
			}
			if recv == v.Index {
				return e.received(st.Chan, v.Type())
			}
			recv++
		}
	}
	return nil
}

// load evaluates *addr: the variable itself, as an identity, and what the package stores in it.
func (e *Engine) load(v *ssa.UnOp) Set {
	if cell := e.stores.cellOf(v.X); cell != nil {
		return e.made(cell, 0).Union(e.reaching(cell, v))
	}
	switch addr := v.X.(type) {
	case *ssa.IndexAddr:
		return e.elementOf(addr.X, v.Type())
	case *ssa.FieldAddr:
		if set, ok := e.elementField(addr); ok {
			return set
		}
	}
	base := e.Eval(v.X)
	return base.Union(e.contents(base))
}

// contents returns what the package stores in fields and variables.
func (e *Engine) contents(places Set) Set {
	var set Set
	for _, p := range places {
		switch p.Kind {
		case Field:
			for _, st := range e.stores.fields[p.Var] {
				set = set.Union(e.Eval(st.value))
			}
			set = set.Union(e.origin(p.Var))
		case Global:
			if g, ok := e.Pkg.Members[p.Var.Name()].(*ssa.Global); ok && p.Var.Pkg() == e.Pkg.Pkg {
				for _, val := range e.stores.globals[g] {
					set = set.Union(e.Eval(val))
				}
			} else {
				set = set.Union(e.origin(p.Var))
			}
		case Made:
			if cell, ok := p.Value.(*ssa.Alloc); ok {
				for _, st := range e.stores.cells[cell] {
					set = set.Union(e.Eval(st.Val))
				}
			}
		}
	}
	return set
}

// elementOf evaluates an element of a slice, array, map or channel: the container as an identity, and all that is put into it.
func (e *Engine) elementOf(container ssa.Value, t types.Type) Set {
	base := e.Eval(container)
	set := base
	for _, el := range e.stores.elements[elementKey(t)] {
		if base.Meets(e.Eval(el.container)) {
			set = set.Union(e.Eval(el.value))
		}
	}
	if elementKey(t) != types.Typ[types.UntypedNil] && types.IsInterface(t) {
		for _, el := range e.stores.elements[types.Typ[types.UntypedNil]] {
			if base.Meets(e.Eval(el.container)) {
				set = set.Union(e.Eval(el.value))
			}
		}
	}
	return set
}

// received evaluates what comes out of a channel: all that the package sends to it, but not the channel.
func (e *Engine) received(channel ssa.Value, t types.Type) Set { return e.inside(e.Eval(channel), t) }

// lookedUp evaluates an element of a map. A key that is written out reaches only what is stored under the same one.
func (e *Engine) lookedUp(v *ssa.Lookup, t types.Type) Set {
	key, known := v.Index.(*ssa.Const)
	if !known {
		return e.elementOf(v.X, t)
	}
	base := e.Eval(v.X)
	var set Set
	for _, el := range e.stores.elements[elementKey(t)] {
		up, ok := el.at.(*ssa.MapUpdate)
		if !ok || !base.Meets(e.Eval(el.container)) {
			continue
		}
		if k, ok := up.Key.(*ssa.Const); !ok || sameConstant(k, key) {
			set = set.Union(e.Eval(el.value))
		}
	}
	return set
}

// sameConstant reports whether two constants of one type have the same value.
func sameConstant(x, y *ssa.Const) bool {
	if x.Value == nil || y.Value == nil {
		return x.Value == y.Value
	}
	return x.Value.Kind() == y.Value.Kind() && constant.Compare(x.Value, token.EQL, y.Value)
}

// inside evaluates what is put into containers that the set names.
func (e *Engine) inside(set Set, t types.Type) Set {
	var found Set
	for _, el := range e.stores.elements[elementKey(t)] {
		if set.Meets(e.Eval(el.container)) {
			found = found.Union(e.Eval(el.value))
		}
	}
	return found
}

func paramIndex(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if p == q {
			return i
		}
	}
	return 0
}
