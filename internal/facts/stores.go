package facts

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// stores is where everything that the package puts into variables, fields, containers and channels is found again.
type stores struct {
	cells    map[*ssa.Alloc][]*ssa.Store             // local variables, closures' stores included
	fields   map[*types.Var][]fieldStore             // by field
	globals  map[*ssa.Global][]ssa.Value             // package variables
	elements map[types.Type][]element                // slices, arrays, maps and channels, by element type
	calls    map[*ssa.Function][]ssa.CallInstruction // static calls of the package's functions
	closures map[*ssa.Function][]*ssa.MakeClosure
	order    []*types.Var                            // the fields, in the order of their first store
	taken    map[*ssa.Function][]ssa.CallInstruction // the calls that get a function as an argument
}

// element is a value put into a container.
type element struct {
	container ssa.Value
	value     ssa.Value
	at        ssa.Instruction
}

// fieldStore is a value put into a field of base.
type fieldStore struct {
	base  ssa.Value
	value ssa.Value
	at    *ssa.Store
}

func collectStores(fns []*ssa.Function) *stores {
	s := &stores{
		cells: map[*ssa.Alloc][]*ssa.Store{}, fields: map[*types.Var][]fieldStore{}, globals: map[*ssa.Global][]ssa.Value{},
		elements: map[types.Type][]element{}, calls: map[*ssa.Function][]ssa.CallInstruction{},
		closures: map[*ssa.Function][]*ssa.MakeClosure{}, taken: map[*ssa.Function][]ssa.CallInstruction{},
	}
	for _, fn := range fns {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if mc, ok := in.(*ssa.MakeClosure); ok {
					f := mc.Fn.(*ssa.Function)
					s.closures[f] = append(s.closures[f], mc)
				}
			}
		}
	}
	for _, fn := range fns {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				s.collect(in)
			}
		}
	}
	return s
}

func (s *stores) collect(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.Store:
		s.store(in)
	case *ssa.MapUpdate:
		s.put(in.Map, in.Value, in)
	case *ssa.Send:
		s.put(in.Chan, in.X, in)
	case *ssa.Select:
		for _, st := range in.States {
			if st.Dir == types.SendOnly {
				s.put(st.Chan, st.Send, in)
			}
		}
	case ssa.CallInstruction:
		s.call(in)
	}
}

func (s *stores) store(st *ssa.Store) {
	switch addr := st.Addr.(type) {
	case *ssa.FieldAddr:
		if v := fieldVar(addr.X.Type(), addr.Field); v != nil {
			if s.fields[v] == nil {
				s.order = append(s.order, v)
			}
			s.fields[v] = append(s.fields[v], fieldStore{addr.X, st.Val, st})
		}
	case *ssa.Global:
		s.globals[addr] = append(s.globals[addr], st.Val)
	case *ssa.IndexAddr:
		s.put(addr.X, st.Val, st)
	default:
		if cell := s.cellOf(st.Addr); cell != nil {
			s.cells[cell] = append(s.cells[cell], st)
		}
	}
}

func (s *stores) put(container, value ssa.Value, at ssa.Instruction) {
	t := value.Type()
	s.elements[elementKey(t)] = append(s.elements[elementKey(t)], element{container, value, at})
}

// elementKey groups element types: identical named types share a key, everything else is keyed by its kind.
func elementKey(t types.Type) types.Type {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return t.Origin()
	case *types.Pointer:
		if n, ok := types.Unalias(t.Elem()).(*types.Named); ok {
			return n.Origin()
		}
	case *types.Signature:
		return types.Typ[types.Invalid]
	case *types.Chan:
		return types.Typ[types.UnsafePointer]
	}
	return types.Typ[types.UntypedNil]
}

func (s *stores) call(in ssa.CallInstruction) {
	common := in.Common()
	if fn := common.StaticCallee(); fn != nil {
		if o := fn.Origin(); o != nil {
			fn = o
		}
		s.calls[fn] = append(s.calls[fn], in)
	}
	if b, ok := common.Value.(*ssa.Builtin); ok && b.Name() == "append" && len(common.Args) == 2 {
		return // the appended slice flows through the call itself
	}
	for _, arg := range common.Args {
		if fn, ok := asDeclared(arg).(*ssa.Function); ok {
			s.taken[fn] = append(s.taken[fn], in)
		}
	}
}

// asDeclared returns what is converted to a type of the same kind, such as a named one of functions.
func asDeclared(v ssa.Value) ssa.Value {
	if c, ok := v.(*ssa.ChangeType); ok {
		return c.X
	}
	return v
}

// cellOf returns the local variable that an address is: the allocation itself, or the one that a closure captured.
func (s *stores) cellOf(addr ssa.Value) *ssa.Alloc {
	for range 8 {
		switch a := addr.(type) {
		case *ssa.Alloc:
			return a
		case *ssa.FreeVar:
			sites := s.closures[a.Parent()]
			if len(sites) != 1 {
				return nil
			}
			addr = sites[0].Bindings[freeVarIndex(a)]
		default:
			return nil
		}
	}
	return nil
}

func freeVarIndex(v *ssa.FreeVar) int {
	for i, f := range v.Parent().FreeVars {
		if f == v {
			return i
		}
	}
	return 0
}

// structOf returns the struct type that the type is, or points to; nil for others.
func structOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

// fieldVar returns the field's variable in the generic struct type, or nil.
func fieldVar(t types.Type, index int) *types.Var {
	st := structOf(t)
	if st == nil || index >= st.NumFields() {
		return nil
	}
	return st.Field(index).Origin()
}

// fieldWhere returns the first field of the struct itself, and of none embedded, that the test holds for, in the generic type; or nil.
func fieldWhere(t types.Type, test func(*types.Var) bool) *types.Var {
	if st := structOf(t); st != nil {
		for f := range st.Fields() {
			if test(f.Origin()) {
				return f.Origin()
			}
		}
	}
	return nil
}

func namedField(t types.Type, name string) *types.Var {
	return fieldWhere(t, func(f *types.Var) bool { return f.Name() == name })
}

// HasField reports whether the type is a struct, or a pointer to one, with the field itself and not in an embedded one.
func HasField(t types.Type, field *types.Var) bool {
	return fieldWhere(t, func(f *types.Var) bool { return f == field }) != nil
}

// LastStored returns what the block of a load has put into the variable last before it; nil for other values, and where the block has put nothing
// there. A function that defers calls keeps its results in variables until they have run, so each return loads what it has just stored.
func LastStored(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	var last ssa.Value
	for _, in := range load.Block().Instrs[:indexOf(load)] {
		if st, ok := in.(*ssa.Store); ok && st.Addr == load.X {
			last = st.Val
		}
	}
	return last
}
