package facts

import (
	"golang.org/x/tools/go/ssa"
)

// maxDependencies bounds how many values and objects one question looks at.
const maxDependencies = 600

// DependsOn reports whether one of the objects is made with, holds or is handed one of the targets, or runs code of the package that does: a
// server depends on the database that a handler of its router uses.
func (e *Engine) DependsOn(objects, targets Set) bool {
	d := &dependencies{Engine: e, targets: targets, values: map[ssa.Value]bool{}, objects: map[*Object]bool{}, funcs: map[*ssa.Function]bool{}}
	for _, o := range objects {
		d.object(o)
	}
	for len(d.work) > 0 && !d.found && len(d.values) < maxDependencies {
		v := d.work[len(d.work)-1]
		d.work = d.work[:len(d.work)-1]
		d.value(v)
	}
	return d.found
}

// dependencies is the walk of one DependsOn.
type dependencies struct {
	*Engine
	targets Set
	values  map[ssa.Value]bool
	objects map[*Object]bool
	funcs   map[*ssa.Function]bool
	work    []ssa.Value
	found   bool
}

func (d *dependencies) push(vs ...ssa.Value) {
	for _, v := range vs {
		if v != nil && !d.values[v] && canHold(v.Type()) {
			d.values[v] = true
			d.work = append(d.work, v)
		}
	}
}

func (d *dependencies) value(v ssa.Value) {
	for _, o := range d.Eval(v) {
		d.object(o)
	}
	switch v := v.(type) {
	case *ssa.Call:
		d.inputs(v)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			d.inputs(call)
		}
	case *ssa.Slice:
		d.push(v.X)
	case *ssa.MakeInterface:
		d.push(v.X)
	case *ssa.ChangeInterface:
		d.push(v.X)
	case *ssa.ChangeType:
		d.push(v.X)
	case *ssa.TypeAssert:
		d.push(v.X)
	case *ssa.Phi:
		d.push(v.Edges...)
	}
}

// inputs pushes what a call gets.
func (d *dependencies) inputs(call *ssa.Call) {
	d.push(call.Call.Args...)
	if call.Call.IsInvoke() {
		d.push(call.Call.Value)
	}
}

func (d *dependencies) object(o *Object) {
	if d.objects[o] {
		return
	}
	d.objects[o] = true
	if (Set{o}).Meets(d.targets) {
		d.found = true
		return
	}
	d.push(d.inflows()[o]...)
	if o.At != nil {
		d.push(o.At.Common().Args...)
		for _, home := range d.AtHome(Set{o}) {
			d.object(home)
		}
	}
	switch {
	case o.Kind == Made && o.Value != nil:
		if _, chosen := o.Value.(*ssa.Global); !chosen {
			d.push(o.Value)
		}
		if call := o.MakerCall(); call != nil {
			d.inputs(call)
		}
	case o.Kind == Code && o.Value != nil:
		if mc, ok := o.Value.(*ssa.MakeClosure); ok {
			d.push(mc.Bindings...)
		}
		if fn := d.FuncOf(o); fn != nil {
			d.code(fn, 0)
		}
	}
}

// code looks at the fields and package variables that a function of the package uses, itself or in the functions it calls.
func (d *dependencies) code(fn *ssa.Function, depth int) {
	if d.funcs[fn] || depth > 3 {
		return
	}
	d.funcs[fn] = true
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.FieldAddr:
				if f := fieldVar(in.X.Type(), in.Field); f != nil {
					d.met(d.field(f))
				}
			case *ssa.UnOp:
				if g, ok := in.X.(*ssa.Global); ok {
					d.met(d.global(g))
				}
			case ssa.CallInstruction:
				callees, _ := d.Callees(in)
				for _, c := range callees {
					if c.Fn != nil {
						d.code(c.Fn, depth+1)
					}
				}
			}
		}
	}
}

func (d *dependencies) met(set Set) { d.found = d.found || set.Meets(d.targets) }

// inflows returns, for each object, the values that the package stores in its fields or hands to its methods.
func (e *Engine) inflows() map[*Object][]ssa.Value {
	if e.flows != nil {
		return e.flows
	}
	e.flows = map[*Object][]ssa.Value{}
	into := func(base ssa.Value, vals ...ssa.Value) {
		for _, o := range e.Eval(base) {
			if o.Kind != Nil {
				e.flows[o] = append(e.flows[o], vals...)
			}
		}
	}
	for _, v := range e.stores.order {
		for _, st := range e.stores.fields[v] {
			into(st.base, st.value)
		}
	}
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(ssa.CallInstruction)
				if !ok {
					continue
				}
				common := call.Common()
				switch {
				case common.IsInvoke():
					into(common.Value, common.Args...)
				case common.Signature().Recv() != nil && len(common.Args) > 1:
					into(common.Args[0], common.Args[1:]...)
				}
			}
		}
	}
	return e.flows
}
