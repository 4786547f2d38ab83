package analysistest

import (
	"os"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/fix"
)

// updateVariable is the environment variable that asks for golden files to be written from the fixes. Read the changes before you commit them.
const updateVariable = "SHUTDOWNLINT_UPDATE"

// update writes the golden files of an analyzer's samples if that is asked for.
func update(t testing.TB, dir string, a *analysis.Analyzer, pattern string) {
	t.Helper()
	if os.Getenv(updateVariable) == "" {
		return
	}
	var wanted []fix.Candidate
	for _, r := range analysistest.Run(quiet{}, dir, a, pattern) {
		for _, d := range r.Action.Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				wanted = append(wanted, candidate(r.Action, d))
			}
		}
	}
	plan, err := fix.New(wanted, os.ReadFile)
	if err != nil {
		t.Error(err)
		return
	}
	for path, file := range plan.Files {
		if err := os.WriteFile(path+".golden", file.New, 0o666); err != nil {
			t.Error(err)
		}
	}
}

// candidate is the fix of a diagnostic in the form that the command applies.
func candidate(act *checker.Action, d analysis.Diagnostic) fix.Candidate {
	at := act.Package.Fset.Position(d.Pos)
	c := fix.Candidate{At: finding.Position{File: at.Filename, Line: at.Line, Column: at.Column}}
	for _, e := range edits(d) {
		file := act.Package.Fset.File(e.Pos)
		end := e.End
		if !end.IsValid() {
			end = e.Pos // an insertion may leave it out
		}
		c.Fix.Edits = append(c.Fix.Edits, finding.Edit{
			File: file.Name(), Start: file.Offset(e.Pos), End: file.Offset(end), New: string(e.NewText),
		})
	}
	return c
}

// quiet is a test that leaves complaints to the run that follows.
type quiet struct{}

func (quiet) Errorf(string, ...any) {}
