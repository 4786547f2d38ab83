// Package model builds, for one package, the picture of how it starts, is signalled, drains and exits. Passes ask it questions; each
// question is a method that returns what it found with the place to report it. What is not known is left out.
package model

import (
	"go/ast"
	"go/token"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Analyzer builds the model of a package from its facts.
var Analyzer = &analysis.Analyzer{
	Name:       "shutdownmodel",
	Doc:        "shutdownmodel: build the shutdown model of a package",
	Requires:   []*analysis.Analyzer{facts.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Model is the shutdown model of one package. A package that is not analysed has an empty one.
type Model struct {
	Pass      *analysis.Pass
	e         *facts.Engine
	funcs     []*function
	byFunc    map[*ssa.Function]*function
	index     index
	alone     sync.Mutex // see Alone
	nodes     map[token.Pos]ast.Node
	signalled facts.Set                                       // see notified
	deadStops map[*facts.Event]bool                           // see dead
	async     map[*ssa.Function]bool                          // see runsAsync
	spawned   *goroutines                                     // see goroutines
	sightings map[facts.EventKind]map[*facts.Event][]sighting // see sightingsOf
}

// function is a function of the package with its events.
type function struct {
	ssa    *ssa.Function
	events []*facts.Event
	locks  *locks // see locksOf
}

func run(pass *analysis.Pass) (any, error) {
	m := &Model{
		Pass: pass, e: pass.ResultOf[facts.Analyzer].(*facts.Result).Engine,
		byFunc: map[*ssa.Function]*function{}, sightings: map[facts.EventKind]map[*facts.Event][]sighting{},
	}
	if m.e == nil {
		return m, nil
	}
	for _, fn := range m.e.Funcs {
		f := &function{ssa: fn, events: m.e.Events(fn)}
		m.funcs, m.byFunc[fn] = append(m.funcs, f), f
	}
	m.index = newIndex(m.funcs)
	return m, nil
}

// Alone runs a rule while no other rule of the package runs. The model and the engine below it work out most of what they know when they are
// first asked, and some drivers run the rules of a package in parallel.
func (m *Model) Alone(rule func() error) error {
	m.alone.Lock()
	defer m.alone.Unlock()
	return rule()
}

// Skipped reports whether the package is not analysed.
func (m *Model) Skipped() bool { return m.e == nil }

// Folders returns the folders between the root of the module and the package, the package's own last.
func (m *Model) Folders() []string { return m.e.Folders() }

// each calls visit for every event of the kind that is settled in the function that holds it: its own, or one whose parameters a call here
// replaced. So an event is judged once, in the lowest function that knows enough.
func (m *Model) each(kind facts.EventKind, visit func(f *function, ev *facts.Event)) {
	for f, ev := range m.every(kind) {
		if ev.Via == nil && len(ev.Steps) == 0 || len(ev.Fresh) > 0 {
			visit(f, ev)
		}
	}
}

// function returns the package's function with its events, or nil.
func (m *Model) function(fn *ssa.Function) *function { return m.byFunc[fn] }

// hasParameter reports whether the set holds a parameter of the function or of those around it, so that only a caller knows more.
func hasParameter(set facts.Set) bool {
	for _, o := range set {
		if o.Kind == facts.Param {
			return true
		}
	}
	return false
}
