// Package facts holds the one fact analyzer of shutdownlint: a summary for each function, an origin for each field or variable and a
// program fact for each package. Everything that one function or package knows of another goes through it.
package facts

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// Analyzer computes the facts and hands on the engine it built for them.
var Analyzer = &analysis.Analyzer{
	Name:       "shutdownfacts",
	Doc:        "shutdownfacts: summarise what each function does to signals, servers, contexts, goroutines and the process",
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Summary), new(Origin), new(Program)},
	Run:        run,
}

// tests says that functions of _test.go files count, too.
var tests bool

func init() {
	Analyzer.Flags.BoolVar(&tests, "tests", false, "analyse functions of _test.go files, too")
}

// Result is what the model is built from. Engine is nil where the package is not analysed.
type Result struct {
	Engine *Engine
}

func run(pass *analysis.Pass) (any, error) {
	if !Matters(pass) {
		return &Result{}, nil
	}
	e := newEngine(pass, base.get())
	e.export()
	return &Result{Engine: e}, nil
}
