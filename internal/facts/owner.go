package facts

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// OneOwner reports whether the things of two events, which have the same name, can be one thing: they are not fields of structs that are kept
// in different fields or variables themselves. A struct for others to embed names the same field for all of them.
func (e *Engine) OneOwner(a, b *Event) bool {
	x, y := e.Owner(a), e.Owner(b)
	return len(x) == 0 || len(y) == 0 || x.Meets(y)
}

// Owner returns the fields and variables that hold the struct whose field the event happens to, as far up as a caller names it; nothing where
// that is not known.
func (e *Engine) Owner(ev *Event) Set {
	set, ok := e.owners[ev]
	if !ok {
		set = e.findOwner(ev)
		e.owners[ev] = set
	}
	return set
}

func (e *Engine) findOwner(ev *Event) Set {
	var chain []*Event
	for x := ev; x != nil; x = x.Via {
		chain = append(chain, x)
	}
	base := subjectBase(chain[len(chain)-1])
	for i := len(chain) - 1; i > 0 && base != nil; i-- {
		p := e.parameter(base)
		if p == nil {
			break
		}
		if chain[i].Instr.Parent() == p.Parent() { // else it is a literal's, which knows the parameter of the function around it
			base = argumentFor(chain[i-1].Instr, p)
		}
	}
	if base == nil {
		return nil
	}
	var set Set
	for _, o := range e.Eval(base) {
		if o.Kind == Field || o.Kind == Global {
			set = append(set, o)
		}
	}
	return set
}

// parameter returns the parameter that the value is, also where a literal has captured it.
func (e *Engine) parameter(v ssa.Value) *ssa.Parameter {
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		if cell := e.stores.cellOf(u.X); cell != nil && len(e.stores.cells[cell]) == 1 {
			v = e.stores.cells[cell][0].Val
		}
	}
	p, _ := v.(*ssa.Parameter)
	return p
}

// subjectBase is the struct whose field the event happens to. Of an event in another package it is the receiver of the call that leads there.
func subjectBase(ev *Event) ssa.Value {
	addr := subjectValue(ev)
	if addr == nil || len(ev.Steps) > 0 {
		return addr
	}
	if u, ok := addr.(*ssa.UnOp); ok && u.Op == token.MUL {
		addr = u.X
	}
	if fa, ok := addr.(*ssa.FieldAddr); ok {
		return fa.X
	}
	return nil
}

// subjectValue is the operand that the event happens to: the receiver of a call, or the channel.
func subjectValue(ev *Event) ssa.Value {
	switch in := ev.Instr.(type) {
	case *ssa.UnOp:
		return in.X
	case *ssa.Send:
		return in.Chan
	case *ssa.Select:
		if ev.Case >= 0 && ev.Case < len(in.States) {
			return in.States[ev.Case].Chan
		}
	case ssa.CallInstruction:
		if in.Common().IsInvoke() || len(in.Common().Args) == 0 {
			return nil
		}
		return in.Common().Args[0]
	}
	return nil
}

// argumentFor is what a call passes for the parameter of its static callee.
func argumentFor(in ssa.Instruction, p *ssa.Parameter) ssa.Value {
	call, ok := in.(ssa.CallInstruction)
	if !ok || call.Common().StaticCallee() == nil || call.Common().IsInvoke() {
		return nil
	}
	callee := call.Common().StaticCallee()
	if o := callee.Origin(); o != nil {
		callee = o
	}
	if i := paramIndex(p); callee == p.Parent() && i < len(call.Common().Args) {
		return call.Common().Args[i]
	}
	return nil
}
