package facts

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// Engine answers what values are and what functions do, for one package.
type Engine struct {
	Pass  *analysis.Pass
	Base  *knowledge.View
	Pkg   *ssa.Package
	Funcs []*ssa.Function // with a body, in source order, outer before inner

	stores        *stores
	interned      map[Object]*Object
	values        map[ssa.Value]Set
	evaluation    *evaluation // the Eval under way
	callees       map[ssa.CallInstruction]resolved
	impls         map[*types.Interface][]types.Type
	concrete      []types.Type // see concreteTypes
	endless       map[*ssa.Function]bool
	events        map[*ssa.Function][]*Event
	kinds         map[EventKind][]*Event     // see every
	risings       map[*ssa.Function][]*Event // see rising
	running       map[*ssa.Function]bool
	imported      map[*types.Func]*Summary
	origins       map[*types.Var]Set
	owners        map[*Event]Set                   // see Owner
	briefs        map[*ssa.Function]map[int32]bool // see brief
	setKeys       map[string]int32                 // see setKey
	runKeys       map[running]int32                // see runKey
	funcNames     map[*ssa.Function]string         // see step
	serveErrors   []ServeError                     // see ServeErrors
	stopErrors    map[ssa.Value]bool               // the values that a stopped server's error reaches untold
	calledBy      map[*ssa.Function][]Callee       // see callers
	boxes         map[string][]types.Type          // the interfaces that values of the package's types are put into, by the type
	inView        map[string]*types.Package        // see packages
	stopSignals   Set                              // see asksToStop
	fieldNames    map[*types.Var]string            // see fieldName
	named         map[*types.Package]bool          // those whose fields have names
	calls         []ssa.CallInstruction            // see eachCall
	resources     []Resource                       // see Resources
	handed        []handout                        // see handouts
	handedTo      map[*Object]Set                  // see aliases
	escaped       map[*Object]bool                 // see Escapes
	outward       Set                              // see returnedOutside
	holding       map[*Object]Set                  // see Holders
	ownStored     map[*Object]bool                 // see StoredInOwnField
	flows         map[*Object][]ssa.Value          // see inflows
	wrapping      []*ssa.Call                      // see wrapped
	registrations []registration                   // see Routes
	program       *Program                         // see Program
	given         Set                              // see GivenUp
	evaluated     bool                             // see evaluateAll
	fieldUses     *fieldUses                       // see uses
	changes       []MetricChange                   // see MetricChanges
	changers      map[*ssa.Function][]string       // see changedBy
	operands      []*ssa.Value                     // room for those of one instruction
}

func newEngine(pass *analysis.Pass, base *knowledge.Base) *Engine {
	pkg := buildSSA(pass, base)
	fns := withoutTests(pass.Fset, sourceFunctions(pkg))
	return &Engine{
		Pass: pass, Base: base.View(), Pkg: pkg, Funcs: fns,
		stores:     collectStores(fns),
		interned:   map[Object]*Object{},
		values:     map[ssa.Value]Set{},
		callees:    map[ssa.CallInstruction]resolved{},
		impls:      map[*types.Interface][]types.Type{},
		stopErrors: map[ssa.Value]bool{},
		endless:    map[*ssa.Function]bool{},
		events:     map[*ssa.Function][]*Event{},
		kinds:      map[EventKind][]*Event{},
		risings:    map[*ssa.Function][]*Event{},
		running:    map[*ssa.Function]bool{},
		imported:   map[*types.Func]*Summary{},
		origins:    map[*types.Var]Set{},
		owners:     map[*Event]Set{},
		briefs:     map[*ssa.Function]map[int32]bool{},
		setKeys:    map[string]int32{},
		runKeys:    map[running]int32{},
		funcNames:  map[*ssa.Function]string{},
	}
}

// withoutTests drops the functions of _test.go files, which some drivers hand over with the rest, unless they are asked for.
func withoutTests(fset *token.FileSet, fns []*ssa.Function) []*ssa.Function {
	if tests {
		return fns
	}
	return slices.DeleteFunc(fns, func(fn *ssa.Function) bool {
		return fn.Pos().IsValid() && strings.HasSuffix(fset.Position(fn.Pos()).Filename, "_test.go")
	})
}
