// Package model builds, for one package, the picture of how it starts, is signalled, drains and exits. Passes ask it questions.
package model

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

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

// Model is the shutdown model of one package.
type Model struct {
	Pass *analysis.Pass
}

func run(pass *analysis.Pass) (any, error) { return &Model{Pass: pass}, nil }
