package model

import (
	"go/types"
	"path"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// unflushedInits returns the providers that the program starts and never flushes: at the call, or at main where another package has it and the
// program lives to see its end.
func (m *Model) unflushedInits() []Unreleased {
	var all []Unreleased
	for name, in := range m.e.UnflushedInits() {
		u := Unreleased{Closer: "Flush", Effect: "flush", Lost: true}
		if in != nil {
			u.Site = m.site(in)
		} else if main, ok := m.Pass.Pkg.Scope().Lookup("main").(*types.Func); ok && m.endsInOrder() {
			u.Site = m.nameSite(main)
			u.Site.Text = path.Base(name)
		} else {
			continue
		}
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b Unreleased) int { return int(a.Site.Pos - b.Site.Pos) })
	return all
}

// endsInOrder reports whether the program ends when it is told to, or by itself: it takes a signal that asks to stop, or serves nothing.
func (m *Model) endsInOrder() bool {
	p := m.e.Program()
	return p.TakesStop() || !p.Serves
}

// LeftToPackages returns the calls by which the program has another package of its module open something that this keeps to itself, where nothing
// in the program calls the function of that package which closes and saves it.
func (m *Model) LeftToPackages() []Unreleased {
	return m.openedByCalls(func(call *ssa.Call, u *Unreleased) bool {
		closer := m.e.PackageCloser(call)
		if closer == nil {
			return false
		}
		u.Closer, u.Effect = closer.Pkg().Name()+"."+closer.Name(), m.e.SavesBy(closer)
		return true
	})
}

// ThrownStops returns the calls whose results the program throws away although one of them is the function that flushes what the call has made.
func (m *Model) ThrownStops() []Unreleased {
	return m.openedByCalls(func(call *ssa.Call, u *Unreleased) bool {
		u.Effect = "flush"
		return m.dropsStop(call)
	})
}

// openedByCalls returns the calls of a program that lives to see its end by which something is opened and left open, as the question says and fills in.
func (m *Model) openedByCalls(open func(call *ssa.Call, u *Unreleased) bool) []Unreleased {
	if m.Pass.Pkg.Name() != "main" || !m.endsInOrder() {
		return nil
	}
	var all []Unreleased
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok {
					u := Unreleased{Made: call}
					if open(call, &u) {
						u.Site = m.site(call)
						all = append(all, u)
					}
				}
			}
		}
	}
	return all
}

func (m *Model) dropsStop(call *ssa.Call) bool {
	results := call.Call.Signature().Results()
	for i := range results.Len() {
		if _, ok := results.At(i).Type().Underlying().(*types.Signature); !ok || facts.UsesResult(call, i) {
			continue
		}
		made := m.e.Result(call, i)
		if len(made) > 0 && !slices.ContainsFunc(made, func(o *facts.Object) bool { return !m.e.SavesWhenCalled(o) }) {
			return true
		}
	}
	return false
}
