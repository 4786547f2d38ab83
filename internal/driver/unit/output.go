package unit

import (
	"archive/zip"
	"cmp"
	"encoding/json"
	"fmt"
	"go/token"
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/fix"
	"github.com/shutdownlint/shutdownlint/internal/model"
)

// Diagnostic is one finding as the go command and its readers know it. URL is an addition of ours that others skip.
type Diagnostic struct {
	Category       string         `json:"category,omitempty"`
	Posn           string         `json:"posn"`
	End            string         `json:"end"`
	Message        string         `json:"message"`
	URL            string         `json:"url,omitempty"`
	SuggestedFixes []SuggestedFix `json:"suggested_fixes,omitempty"`
	Related        []Related      `json:"related,omitempty"`
}

// Contract is the name of the analyzer whose one diagnostic is what the package promises, as JSON.
var Contract = model.ContractAnalyzer.Name

// SuggestedFix is one fix of a Diagnostic.
type SuggestedFix struct {
	Message string     `json:"message"`
	Edits   []TextEdit `json:"edits"`
}

// TextEdit replaces the bytes of a file from Start up to End.
type TextEdit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

// Related is a further place of a Diagnostic.
type Related struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// Failure stands where an analyzer's diagnostics would, if it failed.
type Failure struct {
	Err string `json:"error"`
}

// tree is the JSON form of a unit's outcomes: by analyzer, either []Diagnostic or Failure.
func tree(fset *token.FileSet, outcomes []*outcome) map[string]any {
	unit := map[string]any{}
	for _, out := range outcomes {
		if out.err != nil {
			if !out.blocked {
				unit[out.analyzer.Name] = Failure{out.err.Error()}
			}
			continue
		}
		var list []Diagnostic
		for _, d := range out.diagnostics {
			list = append(list, diagnostic(fset, d))
		}
		if len(list) > 0 {
			unit[out.analyzer.Name] = list
		}
	}
	return unit
}

func diagnostic(fset *token.FileSet, d analysis.Diagnostic) Diagnostic {
	posn := func(p token.Pos) string { return fset.Position(p).String() }
	out := Diagnostic{Category: d.Category, Posn: posn(d.Pos), End: posn(cmp.Or(d.End, d.Pos)), Message: d.Message, URL: d.URL}
	for _, f := range d.SuggestedFixes {
		sf := SuggestedFix{Message: f.Message}
		for _, e := range f.TextEdits {
			start, end := fset.PositionFor(e.Pos, false), fset.PositionFor(cmp.Or(e.End, e.Pos), false)
			sf.Edits = append(sf.Edits, TextEdit{start.Filename, start.Offset, end.Offset, string(e.NewText)})
		}
		out.SuggestedFixes = append(out.SuggestedFixes, sf)
	}
	for _, rel := range d.Related {
		out.Related = append(out.Related, Related{posn(rel.Pos), posn(cmp.Or(rel.End, rel.Pos)), rel.Message})
	}
	return out
}

// printJSON writes what a unit has to say, by analyzer, for the go command. A unit with nothing to say writes nothing.
func printJSON[T any](w io.Writer, id string, found map[string]T) error {
	if len(found) == 0 {
		return nil
	}
	data, err := json.MarshalIndent(map[string]map[string]T{id: found}, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// printPlain writes the outcomes for people, as build systems older than the JSON protocol want them. It reports whether there was any.
func printPlain(w io.Writer, fset *token.FileSet, outcomes []*outcome) bool {
	any := false
	for _, out := range outcomes {
		if out.err != nil && !out.blocked {
			any = true
			fmt.Fprintln(w, out.err)
		}
		for _, d := range out.diagnostics {
			any = true
			fmt.Fprintf(w, "%s: %s\n", fset.Position(d.Pos), d.Message)
			for _, rel := range d.Related {
				fmt.Fprintf(w, "%s: \t%s\n", fset.Position(rel.Pos), rel.Message)
			}
		}
	}
	return any
}

// plan works out what the first fix of each diagnostic makes of the files.
func plan(fset *token.FileSet, outcomes []*outcome) (*fix.Plan, error) {
	var wanted []fix.Candidate
	for _, out := range outcomes {
		for _, d := range out.diagnostics {
			if len(d.SuggestedFixes) == 0 {
				continue
			}
			at := fset.Position(d.Pos)
			c := fix.Candidate{At: finding.Position{File: at.Filename, Line: at.Line, Column: at.Column}}
			first := diagnostic(fset, d).SuggestedFixes[0]
			c.Fix.Title = first.Message
			for _, e := range first.Edits {
				c.Fix.Edits = append(c.Fix.Edits, finding.Edit{File: e.Filename, Start: e.Start, End: e.End, New: e.New})
			}
			wanted = append(wanted, c)
		}
	}
	slices.SortStableFunc(wanted, fix.Compare)
	return fix.New(wanted, os.ReadFile)
}

// archive writes the fixed files where the go command wants them. Without any it writes an empty archive: the go command keeps nothing of
// a unit that has none. The plan may be nil.
func archive(name, id string, p *fix.Plan) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := zip.NewWriter(f)
	err = w.SetComment(id)
	for _, path := range p.Paths() {
		entry, createErr := w.Create(path)
		err = cmp.Or(err, createErr)
		if err == nil {
			_, err = entry.Write(p.Files[path].New)
		}
	}
	return cmp.Or(err, w.Close(), f.Close())
}
