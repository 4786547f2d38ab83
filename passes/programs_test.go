package passes_test

import (
	"testing"

	"github.com/shutdownlint/shutdownlint/analysistest"
	"github.com/shutdownlint/shutdownlint/passes"
)

// TestPrograms runs all rules over whole programs: services in a bad and a good form, and what was measured to be no defect at all.
func TestPrograms(t *testing.T) {
	analysistest.RunTogether(t, "../testdata", passes.Analyzers(), "./apps/httpserver/...", "./apps/worker/...", "./apps/shop/...", "./apps/gateway/...",
		"./silent/...")
}
