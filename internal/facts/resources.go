package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Under returns what the buffers among the objects write to.
func (e *Engine) Under(buffers Set) Set {
	var set Set
	for _, o := range buffers {
		call := o.MakerCall()
		if call == nil {
			continue
		}
		callees, _ := e.Callees(call)
		for _, c := range callees {
			if op, ok := e.Base.Func(c.Func).Operand("over"); ok {
				under := e.operand(c, op)
				set = set.Union(under).Union(e.Under(under))
			}
		}
	}
	return set
}

// Receiver returns what a call's method is called on.
func (e *Engine) Receiver(call ssa.CallInstruction) Set {
	common := call.Common()
	switch {
	case common.IsInvoke():
		return e.Eval(common.Value)
	case common.Signature().Recv() != nil && len(common.Args) > 0:
		return e.Eval(common.Args[0])
	}
	return nil
}

// RunsAtStop reports whether the call registers a function that runs when a server is stopped.
func (e *Engine) RunsAtStop(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	list, _ := e.Callees(call)
	return len(list) == 1 && e.Base.Func(list[0].Func).Has("onstop")
}

// ReachesSame reports whether control can flow from a to b while the objects stay the same: past nothing that makes them anew or stores
// something else where they are kept.
func (e *Engine) ReachesSame(a, b ssa.Instruction, objects Set) bool {
	return ReachesAvoiding(a, b, func(in ssa.Instruction) bool { return e.remakes(in, objects) })
}

// RemadeBefore reports whether the function of the instruction makes the objects anew, or stores others where they are kept, on every way to it.
func (e *Engine) RemadeBefore(at ssa.Instruction, objects Set) bool {
	for _, b := range at.Parent().Blocks {
		for _, in := range b.Instrs {
			if in != at && Dominates(in, at) && e.remakes(in, objects) {
				return true
			}
		}
	}
	return false
}

func (e *Engine) remakes(in ssa.Instruction, objects Set) bool {
	switch in := in.(type) {
	case ssa.Value:
		for _, o := range objects {
			if o.Kind == Made && (o.Value == in || ssa.Instruction(o.At) == ssa.Instruction(in.(ssa.Instruction))) {
				return true
			}
		}
	case *ssa.Store:
		return e.Eval(in.Addr).Meets(objects)
	}
	return false
}

// AppendedElsewhere returns the name of a list of functions that the store overwrites with another list and what is appended to it, while the
// package appends to the first list too: what was in it is lost. It returns nothing for any other store.
func (e *Engine) AppendedElsewhere(st *ssa.Store) string {
	into, from := appendedTo(st)
	if into == nil || from == nil || into == from {
		return ""
	}
	slice, ok := into.Type().Underlying().(*types.Slice)
	if !ok {
		return ""
	}
	if _, ok := slice.Elem().Underlying().(*types.Signature); !ok {
		return ""
	}
	for _, other := range e.stores.fields[into] {
		if a, b := appendedTo(other.at); a == into && b == into {
			return into.Name()
		}
	}
	return ""
}

// appendedTo returns the field that is stored to, and the field whose list the stored value extends.
func appendedTo(st *ssa.Store) (into, from *types.Var) {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	call, isCall := st.Val.(*ssa.Call)
	if !ok || !isCall {
		return nil, nil
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); !ok || b.Name() != "append" {
		return nil, nil
	}
	if u, ok := call.Call.Args[0].(*ssa.UnOp); ok {
		if base, ok := u.X.(*ssa.FieldAddr); ok {
			from = fieldVar(base.X.Type(), base.Field)
		}
	}
	return fieldVar(fa.X.Type(), fa.Field), from
}

// UnknownStores returns the closes in a function of what is named like a store and whose Close is not in view, as events.
func (e *Engine) UnknownStores(fn *ssa.Function) []*Event {
	var found []*Event
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok || !call.Common().IsInvoke() || call.Common().Method.Name() != "Close" || !namedLikeStore(call.Common().Value) {
				continue
			}
			if _, all := e.Callees(call); !all {
				found = append(found, &Event{Kind: Release, Instr: in, Subject: e.Receiver(call), Act: &Act{Case: -1}, Details: plain})
			}
		}
	}
	return found
}

// namedLikeStore reports whether the type of the value, or of what it is asserted from, has the name of something that keeps data for others.
func namedLikeStore(v ssa.Value) bool {
	for range 4 {
		if n, ok := types.Unalias(v.Type()).(*types.Named); ok {
			for _, word := range []string{"Store", "Storage", "Writer", "Repository", "Database", "DB", "Cache", "Queue", "Producer", "Publisher"} {
				if strings.HasSuffix(n.Obj().Name(), word) {
					return true
				}
			}
		}
		switch x := v.(type) {
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.Extract:
			ta, ok := x.Tuple.(*ssa.TypeAssert)
			if !ok {
				return false
			}
			v = ta.X
		default:
			return false
		}
	}
	return false
}

// HoldsBackFor reports whether one of the objects is made with a part that gathers data before it hands them to one of the things, such as a batcher of an
// exporter.
func (e *Engine) HoldsBackFor(objects, things Set) bool {
	return slices.ContainsFunc(objects, func(o *Object) bool {
		call := o.MakerCall()
		return call != nil && e.holdsBackFor(call, things, 0)
	})
}

func (e *Engine) holdsBackFor(v ssa.Value, things Set, depth int) bool {
	call, ok := v.(*ssa.Call)
	if !ok || depth > maxSteps {
		return false
	}
	args := slices.Clone(call.Call.Args)
	for _, arg := range call.Call.Args {
		if options, ok := e.Elements(arg); ok {
			args = append(args, options...)
		}
	}
	held := e.knownWith(call, "holds")
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		return held && e.Eval(arg).Meets(things) || e.holdsBackFor(arg, things, depth+1)
	})
}
