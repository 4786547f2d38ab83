package passes_test

import (
	"testing"

	"github.com/shutdownlint/shutdownlint/analysistest"
	"github.com/shutdownlint/shutdownlint/passes"
)

// TestPrograms runs all rules over whole programs: services in a bad and a good form, and what was measured to be no defect at all.
func TestPrograms(t *testing.T) {
	patterns := []string{"./apps/httpserver/...", "./apps/worker/...", "./silent/..."}
	for _, service := range services {
		patterns = append(patterns, "./apps/"+service+"/...")
	}
	analysistest.RunTogether(t, "../testdata", passes.Analyzers(), patterns...)
}
