package model

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Unreleased is a thing that nothing closes, flushes or gives back.
type Unreleased struct {
	Site   Site
	Name   string // the field, where it is one
	Closer string // the method that nobody calls
	Effect string // what that saves; "" where this is not known
	Lost   bool   // something is certain to be lost
	Unset  bool   // Closer is a field that nobody sets
	Early  bool   // only a start that fails calls it

	Made *ssa.Call // what makes it; nil where that is no call
}

// LostBuffers returns the buffers over something that outlives the function whose last bytes are never written: nothing flushes them, or a
// way out of the function passes the flush by.
func (m *Model) LostBuffers() []Unreleased {
	var all []Unreleased
	for _, r := range m.e.Resources() {
		if r.Kind != "buffer" || r.Effect == "" || !outlives(r.Over) {
			continue
		}
		switch {
		case m.e.Abandoned(r.Objects):
			if m.written(r) != nil || m.e.StoredOrReturned(r.Objects) {
				all = append(all, Unreleased{Site: m.site(r.Call), Made: r.Call, Closer: r.Closer, Effect: r.Effect, Lost: true})
			}
		case m.leavesUnflushed(r):
			all = append(all, Unreleased{Site: m.site(r.Call), Made: r.Call, Closer: r.Closer, Effect: r.Effect})
		}
	}
	return all
}

// outlives reports whether what is written to is there after the function: not a local variable such as a bytes.Buffer.
func outlives(over facts.Set) bool {
	for _, o := range over {
		switch o.Kind {
		case facts.Param, facts.Global:
			return true
		case facts.Made:
			if o.MakerCall() != nil {
				return true
			}
		}
	}
	return false
}

// written returns an instruction of the opening function that hands the buffer something: a method of it, or a call that gets it.
func (m *Model) written(r facts.Resource) ssa.Instruction {
	for _, ref := range m.uses(r) {
		if call, ok := ref.(*ssa.Call); ok && facts.Reaches(r.Call, call) && !asks(call) && !(copies(call) && readsFrom(r.Call, r.Over)) {
			return call
		}
	}
	return nil
}

// copies reports whether the call copies from a reader to a writer, as io.Copy does.
func copies(call *ssa.Call) bool {
	sig := call.Call.Signature()
	if sig.Recv() != nil || sig.Params().Len() != 2 || sig.Results().Len() != 2 {
		return false
	}
	return hasMethod(sig.Params().At(0).Type(), "Write") && hasMethod(sig.Params().At(1).Type(), "Read")
}

// readsFrom reports whether the buffer and what it is over both have a ReadFrom: what is copied into an empty buffer then goes past it.
func readsFrom(buffer *ssa.Call, over facts.Set) bool {
	for _, o := range over {
		if o.Type() == nil || types.NewMethodSet(o.Type()).Lookup(nil, "ReadFrom") == nil {
			return false
		}
	}
	return len(over) > 0 && types.NewMethodSet(firstResult(buffer)).Lookup(nil, "ReadFrom") != nil
}

// uses are the calls of the opening function that have the resource as receiver or argument.
func (m *Model) uses(r facts.Resource) []ssa.Instruction {
	var uses []ssa.Instruction
	for _, b := range r.Call.Parent().Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok || in == ssa.Instruction(r.Call) {
				continue
			}
			for _, op := range in.Operands(nil) {
				if *op != nil && call.Common().Signature() != nil && m.e.Eval(*op).Meets(r.Objects) {
					uses = append(uses, in)
					break
				}
			}
		}
	}
	return uses
}

// leavesUnflushed reports whether control can leave the function after a write without a flush and without a failure. All uses of the buffer
// have to be in this function: else another may flush it.
func (m *Model) leavesUnflushed(r facts.Resource) bool {
	fn := r.Call.Parent()
	if len(fn.AnonFuncs) > 0 || fn.Parent() != nil || m.e.StoredOrReturned(r.Objects) {
		return false
	}
	flush, failed := map[ssa.Instruction]bool{}, map[*ssa.BasicBlock]bool{}
	for _, in := range m.uses(r) {
		if _, now := in.(*ssa.Call); !now {
			return false // deferred: it runs on every path
		}
		if m.e.GivesUpHere(in) || !m.e.WritesOnly(in, r.Objects) {
			flush[in] = true
			for _, ask := range m.e.AsksNil(in, r.Objects) {
				flush[ask] = true // without a buffer there is nothing to flush
			}
			if facts.Optional(in) {
				return false // an option says what is to be done with it
			}
		}
	}
	if len(flush) == 0 {
		return false
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Call:
				if f := m.e.Failed(in); f != nil {
					failed[f] = true
				}
			case *ssa.TypeAssert:
				if m.e.Eval(in.X).Meets(r.Objects) && hasMethod(in.AssertedType, r.Closer) {
					flush[in] = true // whether it has the method is no question
				}
			}
		}
	}
	for _, in := range m.uses(r) {
		if !flush[in] && !asks(in) && leavesWithout(in, flush, failed) {
			return true
		}
	}
	return false
}

// asks reports whether the call is a method without arguments, such as the Error of a csv.Writer: it has nothing to write.
func asks(in ssa.Instruction) bool {
	call := in.(ssa.CallInstruction).Common()
	return call.Signature().Recv() != nil && call.Signature().Params().Len() == 0
}

// leavesWithout reports whether the function can return normally after the instruction without passing one of the stops.
func leavesWithout(from ssa.Instruction, stops map[ssa.Instruction]bool, failed map[*ssa.BasicBlock]bool) bool {
	left := false
	facts.Walk(from, nil, func(in ssa.Instruction) bool {
		if failed[in.Block()] || stops[in] {
			return false
		}
		if ret, ok := in.(*ssa.Return); ok && !failing(ret) {
			left = true
		}
		return !left
	})
	return left
}

// failing reports whether the return hands out an error.
func failing(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	if stored := facts.LastStored(last); stored != nil {
		last = stored
	}
	if !facts.IsError(last.Type()) {
		return false
	}
	c, ok := last.(*ssa.Const)
	return !ok || !c.IsNil()
}

// LostTelemetry returns the providers and producers that batch, and the databases that live in the process itself, which nothing ever flushes
// or shuts down.
func (m *Model) LostTelemetry() []Unreleased {
	var all []Unreleased
	for _, r := range m.e.Resources() {
		switch {
		case r.Kind == "provider" && m.e.HoldsBack(r.Call):
		case (r.Kind == "queue" || r.Kind == "db") && r.Effect == "flush":
		default:
			continue
		}
		if m.e.Abandoned(r.Objects) {
			all = append(all, Unreleased{Site: m.site(r.Call), Made: r.Call, Closer: r.Closer, Effect: r.Effect, Lost: true})
		}
	}
	for _, l := range m.e.BatchingLiterals() {
		if m.e.Abandoned(l.Objects) {
			site := m.site(l.At)
			site.Text = types.TypeString(l.Type, (*types.Package).Name)
			all = append(all, Unreleased{Site: site, Closer: l.Closer, Effect: "flush", Lost: true})
		}
	}
	return append(all, m.unflushedInits()...)
}

// HeldLeases returns the locks, registrations and group memberships that the package takes and never gives back.
func (m *Model) HeldLeases() []Unreleased {
	var all []Unreleased
	for _, r := range m.e.Resources() {
		if (r.Kind == "lease" || r.Effect == "deregister") && facts.Lasting(r.Effect) && m.e.Abandoned(r.Objects) && m.outlastsSession(r) {
			all = append(all, Unreleased{Site: m.site(r.Call), Made: r.Call, Closer: r.Closer, Effect: r.Effect, Lost: true})
		}
	}
	for _, l := range m.e.UngivenLeases() {
		all = append(all, Unreleased{Site: m.site(l.Call), Closer: l.Field, Effect: "unlock", Unset: true})
	}
	for _, l := range m.e.TimedLeases() {
		if site := m.stopMethod(l.Holder); site.Pos.IsValid() {
			all = append(all, Unreleased{Site: site, Name: l.Acquire, Closer: l.Release, Effect: "unlock"})
		}
	}
	return all
}

// outlastsSession reports whether no end of a session gives the lease back: it rests on none, or on one that this package makes and never ends
// or leaves to others.
func (m *Model) outlastsSession(r facts.Resource) bool {
	for _, o := range r.Over {
		if o.Kind != facts.Made && o.Kind != facts.Nil {
			return false
		}
	}
	return !m.e.GivesUp(m.e.AtHome(r.Over))
}

// stopMethod returns where the method of this package begins by which the type is stopped.
func (m *Model) stopMethod(t types.Type) Site {
	closer := facts.CloserMethod(t)
	if closer == nil || closer.Pkg() != m.Pass.Pkg {
		return Site{}
	}
	return m.nameSite(closer)
}

// nameSite is the name of an object in its declaration.
func (m *Model) nameSite(obj types.Object) Site {
	end := obj.Pos() + token.Pos(len(obj.Name()))
	return Site{Pos: obj.Pos(), End: end, Text: obj.Name(), Line: m.Pass.Fset.Position(obj.Pos()).Line}
}
