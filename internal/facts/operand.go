package facts

import (
	"go/constant"
	"go/token"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// operandArgs returns the arguments that an operand of a knowledge line names; none for a result.
func (e *Engine) operandArgs(c Callee, op knowledge.Operand) []Arg {
	i := op.Index
	if c.Func != nil && c.Func.Signature().Recv() != nil && op.Place == knowledge.Argument {
		i++
	}
	if op.Place == knowledge.Result || op.Place == knowledge.New || i >= len(c.Args) {
		return nil
	}
	return c.Args[i : i+1]
}

// operand evaluates an operand that is a receiver or argument.
func (e *Engine) operand(c Callee, op knowledge.Operand) Set {
	var set Set
	for _, a := range e.operandArgs(c, op) {
		set = set.Union(e.objects(a))
		if op.Field == "" || a.Value == nil {
			continue
		}
		if v := namedField(a.Value.Type(), op.Field); v != nil {
			set = e.field(v).Union(e.contents(e.field(v)))
		}
	}
	return set
}

// subject evaluates an operand, results included: what the call makes is named by the call.
func (e *Engine) subject(call ssa.CallInstruction, c Callee, op knowledge.Operand) Set {
	if op.Place != knowledge.Result {
		return e.operand(c, op)
	}
	if v, ok := call.(*ssa.Call); ok {
		return e.made(v, op.Index)
	}
	return nil
}

// Int returns the integer constants that the value can be. The second result is false where it can be something else.
func (e *Engine) Int(v ssa.Value) ([]int64, bool) {
	return e.ints(v, map[ssa.Value]bool{})
}

func (e *Engine) ints(v ssa.Value, seen map[ssa.Value]bool) ([]int64, bool) {
	if seen[v] {
		return nil, true
	}
	seen[v] = true
	many := func(vs []ssa.Value) ([]int64, bool) {
		var all []int64
		for _, x := range vs {
			ns, ok := e.ints(x, seen)
			if !ok {
				return nil, false
			}
			all = append(all, ns...)
		}
		return all, len(vs) > 0
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return []int64{0}, true
		}
		if v.Value.Kind() != constant.Int {
			return nil, false
		}
		return []int64{v.Int64()}, true
	case *ssa.MakeInterface:
		return e.ints(v.X, seen)
	case *ssa.ChangeType:
		return e.ints(v.X, seen)
	case *ssa.Convert:
		return e.ints(v.X, seen)
	case *ssa.Phi:
		return many(v.Edges)
	case *ssa.BinOp:
		return e.arithmetic(v, seen)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return nil, false
		}
		return many(e.storedValues(v))
	}
	return nil, false
}

func (e *Engine) arithmetic(v *ssa.BinOp, seen map[ssa.Value]bool) ([]int64, bool) {
	xs, okX := e.ints(v.X, seen)
	ys, okY := e.ints(v.Y, seen)
	if !okX || !okY || len(xs) != 1 || len(ys) != 1 {
		return nil, false
	}
	switch v.Op {
	case token.MUL:
		return []int64{xs[0] * ys[0]}, true
	case token.ADD:
		return []int64{xs[0] + ys[0]}, true
	case token.SUB:
		return []int64{xs[0] - ys[0]}, true
	}
	return nil, false
}

// storedValues are the values that the package stores where v is loaded from: all of them for a local variable or an unexported package
// variable, none where code elsewhere can store too.
func (e *Engine) storedValues(v *ssa.UnOp) []ssa.Value {
	if cell := e.stores.cellOf(v.X); cell != nil {
		var vals []ssa.Value
		for _, st := range e.reachingStores(cell, v, 0) {
			vals = append(vals, st.Val)
		}
		return vals
	}
	if g, ok := v.X.(*ssa.Global); ok && g.Pkg == e.Pkg && !token.IsExported(g.Name()) {
		return e.stores.globals[g]
	}
	return nil
}

// Duration returns the longest constant time that the value can be; the second result is false where it is not constant.
func (e *Engine) Duration(v ssa.Value) (time.Duration, bool) {
	ns, ok := e.Int(v)
	if !ok || len(ns) == 0 {
		return 0, false
	}
	longest := ns[0]
	for _, n := range ns {
		longest = max(longest, n)
	}
	return time.Duration(longest), true
}

// Elements returns the values of a slice that is written out where it is made; false where its length is not known.
func (e *Engine) Elements(v ssa.Value) ([]ssa.Value, bool) {
	switch v := v.(type) {
	case *ssa.Slice:
		alloc, ok := v.X.(*ssa.Alloc)
		if !ok || v.Low != nil || v.High != nil {
			return nil, false
		}
		var vals []ssa.Value
		for _, ref := range *alloc.Referrers() {
			switch ref := ref.(type) {
			case *ssa.IndexAddr:
				for _, use := range *ref.Referrers() {
					if st, ok := use.(*ssa.Store); ok && st.Addr == ssa.Value(ref) {
						vals = append(vals, st.Val)
					}
				}
			}
		}
		return vals, true
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return nil, false
		}
		stored := e.storedValues(v)
		if len(stored) != 1 {
			return nil, false
		}
		return e.Elements(stored[0])
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok {
			return e.appended(b, v.Call.Args)
		}
		return e.returnedElements(v)
	}
	return nil, false
}

// appended are the elements of a list that another list is added to.
func (e *Engine) appended(b *ssa.Builtin, args []ssa.Value) ([]ssa.Value, bool) {
	if b.Name() != "append" || len(args) != 2 {
		return nil, false
	}
	first, known := e.Elements(args[0])
	more, all := e.Elements(args[1])
	return slices.Concat(first, more), known && all
}

// returnedElements are the elements of the list that a function of the package always returns.
func (e *Engine) returnedElements(call *ssa.Call) ([]ssa.Value, bool) {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Pkg != e.Pkg || call.Call.Signature().Results().Len() != 1 {
		return nil, false
	}
	var lists [][]ssa.Value
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			vals, ok := e.Elements(ret.Results[0])
			if !ok {
				return nil, false
			}
			lists = append(lists, vals)
		}
	}
	if len(lists) != 1 {
		return nil, false
	}
	return lists[0], true
}
