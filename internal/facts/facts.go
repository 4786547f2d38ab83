// Package facts holds the one fact analyzer of shutdownlint: a summary for each function, an origin for each field or variable and a
// program fact for each package. Everything that one function or package knows of another goes through it.
package facts

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// Analyzer computes the facts and hands on the SSA form of the package it built for them.
var Analyzer = &analysis.Analyzer{
	Name:       "shutdownfacts",
	Doc:        "shutdownfacts: summarise what each function does to signals, servers, contexts, goroutines and the process",
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Summary), new(Origin), new(Program)},
	Run:        run,
}

// Result is what the model is built from. Skipped is set where the package is not analysed at all.
type Result struct {
	Skipped bool
}

// Summary is what a call of a function does for its caller.
type Summary struct{ Version uint8 }

// Origin is what a field or package variable can hold.
type Origin struct{ Version uint8 }

// Program is what the packages up to this one do together, as far as only main can ask for its absence.
type Program struct{ Version uint8 }

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

// AFact marks Origin as a fact.
func (*Origin) AFact() {}

// AFact marks Program as a fact.
func (*Program) AFact() {}

func run(pass *analysis.Pass) (any, error) { return &Result{}, nil }
