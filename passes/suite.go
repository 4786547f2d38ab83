// Package passes lists the rules of shutdownlint. Each rule is a plain analyzer in a folder of its own.
package passes

import "golang.org/x/tools/go/analysis"

// Analyzers returns the rules, sorted by name, in a new slice.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{}
}
