package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LeftOut returns the fields that the Close of their type does not close, although the package itself makes what is in them. What is told where
// it is made, with what is lost, is not told again.
func (m *Model) LeftOut() []Unreleased {
	var all []Unreleased
	scope := m.Pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		st, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		closer, embedded := facts.OwnCloser(types.NewPointer(tn.Type()))
		f := m.declared(closer)
		if closer == nil || f == nil && embedded == nil {
			continue
		}
		site := m.nameSite(closer)
		if embedded != nil {
			site = m.promotedSite(tn, closer, embedded)
			f = nil
		}
		for field := range st.Fields() {
			if u, ok := m.leftOut(f, field); ok {
				u.Site = site
				all = append(all, u)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	told := m.toldWhereMade()
	return slices.DeleteFunc(all, func(u Unreleased) bool { return told[u.Made] })
}

// promotedSite is the name of a type that has its closer from what it embeds.
func (m *Model) promotedSite(t *types.TypeName, closer *types.Func, embedded *types.Var) Site {
	site := m.nameSite(t)
	site.Text = closer.Name() + " of the embedded " + embedded.Name()
	return site
}

// declared returns the package's function of that declaration, or nil.
func (m *Model) declared(fn *types.Func) *function {
	if fn == nil {
		return nil
	}
	for _, f := range m.funcs {
		if f.ssa.Object() == fn {
			return f
		}
	}
	return nil
}

// savesWhenTold reports whether the call starts a goroutine that saves something when a channel is closed to tell it to end. A ctx would tell it too.
func (m *Model) savesWhenTold(maker *ssa.Call) bool {
	fn := maker.Call.StaticCallee()
	if fn == nil || facts.CallsBound(maker) {
		return false
	}
	f := m.function(fn)
	return f != nil && slices.ContainsFunc(f.events, func(told *facts.Event) bool {
		return told.Kind == facts.Receive && told.Spawned != nil && len(told.Steps) == 0 && m.toldByStop(told) && m.saveAfter(told.Origin()) != nil
	})
}

// toldWhereMade are the calls that are reported because nothing closes what they make.
func (m *Model) toldWhereMade() map[*ssa.Call]bool {
	told := map[*ssa.Call]bool{}
	for _, u := range slices.Concat(m.LostBuffers(), m.LostTelemetry(), m.HeldLeases()) {
		told[u.Made] = u.Made != nil
	}
	return told
}

func (m *Model) leftOut(f *function, field *types.Var) (Unreleased, bool) {
	u := Unreleased{Name: field.Name()}
	held := closableIn(field.Type())
	if held == nil || field.Embedded() || field.Exported() && m.Pass.Pkg.Name() != "main" {
		return u, false
	}
	makers := m.e.FieldMakers(field, held)
	if len(makers) == 0 || m.e.GivesUp(m.e.FieldObject(field)) || !isPlain(field.Type()) && m.e.GivesUpType(held) {
		return u, false
	}
	u.Closer, u.Effect = m.closing(held)
	if u.Effect == "" && slices.ContainsFunc(makers, m.savesWhenTold) {
		u.Effect = "flush"
	}
	sure := facts.Lasting(u.Effect)
	if !sure && !(m.interfaceOfModule(held) && f != nil && m.closesOther(f) && u.Effect == "") {
		return u, false
	}
	for _, call := range makers {
		if !sure && (facts.CallsBound(call) || m.closesNothing(firstResult(call))) {
			return u, false // its ctx may end it, or there is nothing to end
		}
		if r, ok := m.e.Opens(call); ok && r.Effect == "" || m.e.GivesUp(m.e.Result(call, 0)) {
			return u, false
		}
		u.Made = call
	}
	if !m.e.Abandoned(m.e.FieldObject(field)) && (!m.e.OfModule(held) || m.e.ClosedInProgram(facts.CloserMethod(held))) {
		return u, false
	}
	return u, true
}

// closesNothing reports whether the Close of a concrete type does nothing that is in view.
func (m *Model) closesNothing(t types.Type) bool {
	closer := facts.CloserMethod(t)
	if closer == nil || types.IsInterface(t) {
		return false
	}
	if f := m.declared(closer); f != nil {
		return !m.closesOther(f) && len(f.events) == 0
	}
	return m.e.OfModule(t) && closer.Pkg() != m.Pass.Pkg && m.e.DoesNothing(closer)
}

// closing returns the method that closes a value of the type, and what it saves.
func (m *Model) closing(t types.Type) (name, effect string) {
	if name, effect = m.e.CloserOf(t); name != "" {
		return name, effect
	}
	if closer := facts.CloserMethod(t); closer != nil {
		return closer.Name(), m.e.SavesBy(closer)
	}
	return "", ""
}

func (m *Model) interfaceOfModule(t types.Type) bool { return types.IsInterface(t) && m.e.OfModule(t) }

// closableIn returns the type that has to be closed in a field: its own, that of its elements, or the one that an atomic pointer holds.
func closableIn(t types.Type) types.Type {
	if facts.CloserMethod(t) != nil {
		return t
	}
	switch u := t.(type) {
	case *types.Slice:
		return closableIn(u.Elem())
	case *types.Map:
		return closableIn(u.Elem())
	case *types.Named:
		if args := u.TypeArgs(); args.Len() == 1 {
			return closableIn(args.At(0))
		}
	}
	return nil
}

// isPlain reports whether the field holds its value itself, so that a close of it can be told from others.
func isPlain(t types.Type) bool { return facts.CloserMethod(t) != nil }

// closesOther reports whether the function closes something: it is meant to end what its type holds.
func (m *Model) closesOther(f *function) bool {
	for _, b := range f.ssa.Blocks {
		for _, in := range b.Instrs {
			if m.e.GivesUpHere(in) {
				return true
			}
		}
	}
	return false
}

// NeverClosed returns what a program of this package makes and nothing in it ever closes, where the loss is seen after its end. What the Close of a
// type leaves out is told there.
func (m *Model) NeverClosed() []Unreleased {
	var all []Unreleased
	program := m.Pass.Pkg.Name() == "main" && m.e.Program().TakesStop()
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok || !facts.Makes(call) {
					continue
				}
				if u, ok := m.unclosed(f, call, program); ok {
					u.Site, u.Made = m.site(call), call
					all = append(all, u)
				}
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	left := m.LeftOut()
	return slices.DeleteFunc(all, func(u Unreleased) bool {
		return slices.ContainsFunc(left, func(l Unreleased) bool { return l.Made == u.Made })
	})
}

func (m *Model) unclosed(f *function, call *ssa.Call, program bool) (Unreleased, bool) {
	t := firstResult(call)
	if t == nil || facts.CloserMethod(t) == nil {
		return Unreleased{}, false
	}
	var u Unreleased
	u.Closer, u.Effect = m.closing(t)
	objects := m.e.Made(call)
	for _, o := range objects {
		if maker := o.MakerCall(); maker != nil && maker != call && facts.Makes(maker) {
			return u, false // judged where it is made
		}
	}
	switch {
	case program && m.e.OfModule(t):
		closer := facts.CloserMethod(t)
		if m.e.ClosedInProgram(closer) || m.e.GivesUp(objects) {
			if u.Early = m.closedInStartOnly(f, call, closer, objects); !u.Early {
				return u, false
			}
		}
		if !types.IsInterface(t) && !facts.Lasting(u.Effect) && !(m.e.AwaitsBy(closer) && m.works(f, call, objects)) || facts.CallsBound(call) {
			return u, false
		}
		return u, true
	case m.started(f, objects) && !facts.CallsBound(call):
		u.Lost = true
		return u, !m.e.OfStandard(t) && !m.e.Kept(objects) && m.e.Abandoned(objects)
	}
	return u, false
}

// closedInStartOnly reports whether all that gives the objects up is in the function that makes them, on ways that do not lead to its wait for
// the stop: a start that failed, such as a bad configuration.
func (m *Model) closedInStartOnly(f *function, maker *ssa.Call, closer *types.Func, objects facts.Set) bool {
	closes, all := m.e.ClosesOf(closer, objects)
	if !all || slices.ContainsFunc(closes, func(in ssa.Instruction) bool { _, now := in.(*ssa.Call); return !now || in.Parent() != f.ssa }) {
		return false
	}
	waits := false
	for _, ev := range f.events {
		switch {
		case ev.Spawned != nil || ev.Mode != facts.Sync || ev.Kind != facts.Serve && ev.Kind != facts.Receive && ev.Kind != facts.Wait:
		case slices.ContainsFunc(closes, func(in ssa.Instruction) bool { return facts.Reaches(ev.Instr, in) }):
			return false
		case facts.ReachesAvoiding(maker, ev.Instr, func(in ssa.Instruction) bool { return slices.Contains(closes, in) }):
			waits = true
		}
	}
	return waits && len(closes) > 0
}

// works reports whether what the call makes works in the background, from its making or from its start on.
func (m *Model) works(f *function, call *ssa.Call, objects facts.Set) bool {
	for _, ev := range f.events {
		if ev.Instr == call && (ev.Kind == facts.Spawn || ev.Mode == facts.Async) {
			return true
		}
	}
	return m.started(f, objects)
}

// started reports whether the function calls Start of the object: it works in the background from then on.
func (m *Model) started(f *function, objects facts.Set) bool {
	for _, b := range f.ssa.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			if name, recv := facts.MethodCall(call); name == "Start" && !m.e.Idle(call) && m.e.Eval(recv).Meets(objects) {
				return true
			}
		}
	}
	return false
}

// firstResult is the type of what the call makes, or nil.
func firstResult(call *ssa.Call) types.Type {
	results := call.Call.Signature().Results()
	if results.Len() == 0 {
		return nil
	}
	return results.At(0).Type()
}

// OpenedPerCall returns the clients that a function opens anew whenever it is called, and that nothing closes when it returns.
func (m *Model) OpenedPerCall() []Unreleased {
	var all []Unreleased
	if m.Pass.Pkg.Name() == "main" {
		return nil // what a program opens once it may keep to its end
	}
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok || !facts.Makes(call) || firstResult(call) == nil {
					continue
				}
				name := m.e.ClientCloser(firstResult(call))
				objects := m.e.Made(call).Union(m.e.Result(call, 0))
				if name != "" && !m.e.Kept(objects) && m.e.Abandoned(objects) && !m.endless(f) {
					all = append(all, Unreleased{Site: m.site(call), Closer: name})
				}
			}
		}
	}
	return all
}
