// Package finding holds what a run of shutdownlint has to say: the findings, and the problems that kept it from finding more. The driver
// makes them, the printer prints them.
package finding

import (
	"cmp"
	"slices"
)

// Position is a place in a file. Line and Column count from 1, columns in bytes as the compiler does. 0 means unknown.
type Position struct {
	File   string
	Line   int
	Column int
}

// Finding is one thing a rule reports.
type Finding struct {
	Rule     string
	Category string
	Tier     string // error, warning or info
	Message  string // without the [rule/category] at its end
	URL      string // the page that explains it
	Package  string // import path
	Start    Position
	End      Position
	Trace    []Step // how it comes about, in the order the rule gave
	Fixes    []Fix

	// Fingerprint names the finding in its file and stays the same when lines move. Several in a file can have the same.
	Fingerprint string
}

// Step is one line of a trace.
type Step struct {
	Position
	Message string
}

// Fix is a change that removes a finding. Its edits are applied together or not at all.
type Fix struct {
	Title  string
	Unsafe bool // it may change what a program does that worked
	Edits  []Edit
}

// Edit replaces the bytes from Start up to End of a file.
type Edit struct {
	File  string
	Start int
	End   int
	New   string
}

// Problem is a reason why a package could not be analysed. Package and Position may be empty.
type Problem struct {
	Package string
	Position
	Message string
}

// Report is the outcome of one run.
type Report struct {
	Findings []Finding
	Problems []Problem
}

// Sort brings the report into the one order in which it is printed and drops what is said twice, as happens when a file belongs to
// a package and to its test variant.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Findings, compare)
	r.Findings = slices.CompactFunc(r.Findings, func(x, y Finding) bool { return compare(x, y) == 0 })
	byPlace := func(x, y Problem) int {
		return cmp.Or(comparePositions(x.Position, y.Position), cmp.Compare(x.Package, y.Package), cmp.Compare(x.Message, y.Message))
	}
	slices.SortStableFunc(r.Problems, byPlace)
	r.Problems = slices.Compact(r.Problems)
}

func compare(x, y Finding) int {
	return cmp.Or(comparePositions(x.Start, y.Start), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Category, y.Category),
		cmp.Compare(x.Message, y.Message))
}

func comparePositions(x, y Position) int {
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
}
