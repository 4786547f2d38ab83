// Package passes lists the rules of shutdownlint. Each rule is a plain analyzer in a folder of its own.
package passes

//go:generate go run ../internal/docgen

import (
	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/passes/blockingsighandler"
	"github.com/shutdownlint/shutdownlint/passes/cancelledshutdown"
	"github.com/shutdownlint/shutdownlint/passes/childprocess"
	"github.com/shutdownlint/shutdownlint/passes/fatalserve"
	"github.com/shutdownlint/shutdownlint/passes/goroutineleak"
	"github.com/shutdownlint/shutdownlint/passes/lostsignal"
	"github.com/shutdownlint/shutdownlint/passes/noshutdown"
	"github.com/shutdownlint/shutdownlint/passes/noshutdowntimeout"
	"github.com/shutdownlint/shutdownlint/passes/shutdowndeadlock"
	"github.com/shutdownlint/shutdownlint/passes/shutdownorder"
	"github.com/shutdownlint/shutdownlint/passes/signalset"
	"github.com/shutdownlint/shutdownlint/passes/skippeddefer"
	"github.com/shutdownlint/shutdownlint/passes/unawaitedshutdown"
	"github.com/shutdownlint/shutdownlint/passes/unbufferedsignal"
	"github.com/shutdownlint/shutdownlint/passes/unreleased"
)

// Analyzers returns the rules, sorted by name, in a new slice.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		blockingsighandler.Analyzer,
		cancelledshutdown.Analyzer,
		childprocess.Analyzer,
		fatalserve.Analyzer,
		goroutineleak.Analyzer,
		lostsignal.Analyzer,
		noshutdown.Analyzer,
		noshutdowntimeout.Analyzer,
		shutdowndeadlock.Analyzer,
		shutdownorder.Analyzer,
		signalset.Analyzer,
		skippeddefer.Analyzer,
		unawaitedshutdown.Analyzer,
		unbufferedsignal.Analyzer,
		unreleased.Analyzer,
	}
}
