package facts

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Endless reports whether the function, once called, goes on for ever: no return, exit or panic can be reached, also through the functions
// it calls. A receive that can never come is no way out.
func (e *Engine) Endless(fn *ssa.Function) bool {
	if known, ok := e.endless[fn]; ok {
		return known
	}
	e.endless[fn] = false // a function that calls itself is not known to be
	e.endless[fn] = len(fn.Blocks) > 0 && !e.canEnd(fn) && e.loops(fn)
	return e.endless[fn]
}

// canEnd reports whether an end of the function can be reached.
func (e *Engine) canEnd(fn *ssa.Function) bool { return e.endReached(fn.Blocks[0], 0) }

// endReached reports whether an end of the function can be reached from an instruction of a block.
func (e *Engine) endReached(start *ssa.BasicBlock, from int) bool {
	ends := false
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock, from int)
	var enter func(b *ssa.BasicBlock)
	walk = func(b *ssa.BasicBlock, from int) {
		if ends {
			return
		}
		for _, in := range b.Instrs[from:] {
			switch in := in.(type) {
			case *ssa.Return:
				ends = true
			case *ssa.Panic:
				ends = ends || !isSelectMark(in)
			case *ssa.Call:
				if e.callsEndless(in) {
					return
				}
			case *ssa.UnOp:
				if in.Op == token.ARROW && e.neverComes(e.Eval(in.X)) {
					return
				}
			case *ssa.Select:
				if in.Blocking && len(in.States) == 0 {
					return
				}
				if in.Blocking {
					for _, next := range e.possible(in) {
						enter(next)
					}
					if len(e.possible(in)) < len(in.States) {
						return
					}
				}
			}
		}
		for _, s := range successors(b) {
			enter(s)
		}
	}
	enter = func(b *ssa.BasicBlock) {
		if !seen[b] {
			seen[b] = true
			walk(b, 0)
		}
	}
	walk(start, from)
	return ends
}

// loops reports whether the function has a loop, waits for what never comes or calls a function that is endless; a function without an end
// and without any of these is one whose body is not really in view.
func (e *Engine) loops(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, s := range b.Succs {
			if s.Dominates(b) {
				return true
			}
		}
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Call:
				if e.callsEndless(in) {
					return true
				}
			case *ssa.Select:
				if in.Blocking && len(in.States) == 0 {
					return true
				}
			}
		}
	}
	return false
}

func (e *Engine) callsEndless(call *ssa.Call) bool {
	list, all := e.Callees(call)
	if !all || len(list) != 1 {
		return false
	}
	c := list[0]
	if c.Fn != nil {
		return e.Endless(c.Fn)
	}
	if c.Func == nil || e.Base.Func(c.Func) != nil {
		return false
	}
	sum := e.summary(c.Func)
	return sum != nil && sum.Endless
}

// possible returns the blocks that follow the cases of a select that can be chosen.
func (e *Engine) possible(sel *ssa.Select) []*ssa.BasicBlock {
	states, _ := CaseBlocks(sel)
	var blocks []*ssa.BasicBlock
	for i, st := range sel.States {
		if states[i] != nil && states[i] != sel.Block() && !e.neverComes(e.Eval(st.Chan)) {
			blocks = append(blocks, states[i])
		}
	}
	return blocks
}

// neverComes reports whether nothing can ever be received from the channel: it is nil, or the Done of a ctx that nothing ends.
func (e *Engine) neverComes(channel Set) bool {
	dead := false
	for _, o := range channel {
		switch {
		case o.Kind == Nil, e.neverMade(o):
			dead = true
		case o.Kind == Done && e.neverEnds(o.Of):
			dead = true
		case o.Kind == Made && isCell(o):
			// the variable that the channel is kept in
		case o.Kind == Done && o.Of.Kind == Made && isCell(o.Of):
		default:
			return false
		}
	}
	return dead
}

// neverMade reports whether the object is a field, of a struct that this package makes, or a variable that it has for itself, and that nothing ever
// stores a channel in.
func (e *Engine) neverMade(o *Object) bool {
	if o.Kind != Field && o.Kind != Global || o.Var.Exported() || o.Var.Pkg() != e.Pkg.Pkg || e.uses().addressed[o.Var] {
		return false
	}
	nothing := func(v ssa.Value) bool { c, ok := v.(*ssa.Const); return ok && c.IsNil() }
	if o.Kind == Global {
		g, ok := e.Pkg.Members[o.Var.Name()].(*ssa.Global)
		return ok && !slices.ContainsFunc(e.stores.globals[g], func(v ssa.Value) bool { return !nothing(v) })
	}
	return e.uses().made[o.Var] && !slices.ContainsFunc(e.stores.fields[o.Var], func(st fieldStore) bool { return !nothing(st.value) })
}

// fieldUses says of fields and package variables whether their address is used for more than to read and write them, and of fields whether the
// package makes a struct that has them.
type fieldUses struct {
	addressed, made map[*types.Var]bool
}

func (e *Engine) uses() *fieldUses {
	if e.fieldUses != nil {
		return e.fieldUses
	}
	e.fieldUses = &fieldUses{map[*types.Var]bool{}, map[*types.Var]bool{}}
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				for _, op := range in.Operands(nil) {
					if v := addressOf(*op); v != nil && !readsOrWrites(in, *op) {
						e.fieldUses.addressed[v] = true
					}
				}
				if a, ok := in.(*ssa.Alloc); ok {
					e.fieldUses.makes(a.Type().Underlying().(*types.Pointer).Elem())
				}
			}
		}
	}
	return e.fieldUses
}

func (u *fieldUses) makes(t types.Type) {
	if st, ok := t.Underlying().(*types.Struct); ok {
		for f := range st.Fields() {
			u.made[f.Origin()] = true
		}
	}
}

// addressOf returns the field or package variable that the value is the address of, or nil.
func addressOf(v ssa.Value) *types.Var {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return fieldVar(v.X.Type(), v.Field)
	case *ssa.Global:
		obj, _ := v.Object().(*types.Var)
		return obj
	}
	return nil
}

func readsOrWrites(in ssa.Instruction, addr ssa.Value) bool {
	switch in := in.(type) {
	case *ssa.UnOp:
		return in.Op == token.MUL
	case *ssa.Store:
		return in.Addr == addr
	case *ssa.FieldAddr, *ssa.DebugRef:
		return true
	}
	return false
}

func isCell(o *Object) bool {
	_, ok := o.Value.(*ssa.Alloc)
	return ok
}

// neverEnds reports whether the ctx is one that nothing ends: it has no parent, no cancel and no bound.
func (e *Engine) neverEnds(o *Object) bool {
	entry := e.makerEntry(o)
	return entry.Has("ctx") && !entry.Has("parent") && !entry.Has("cancel") && !entry.Has("bound") && o.MakerCall().Call.Signature().Params().Len() == 0
}
