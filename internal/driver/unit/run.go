package unit

import (
	"fmt"
	"net/url"
	"os"
	"reflect"
	"runtime/debug"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// outcome is what one analyzer made of the unit.
type outcome struct {
	analyzer    *analysis.Analyzer
	value       any
	diagnostics []analysis.Diagnostic
	err         error
	blocked     bool // an analyzer it requires failed; err is that one's
}

// runner runs analyzers over one unit, each once and after those it requires.
type runner struct {
	cfg    *Config
	unit   *loaded
	module *analysis.Module
	facts  *factStore
	done   map[*analysis.Analyzer]*outcome
}

// run runs the analyzer and returns its outcome, the same one every time.
func (r *runner) run(a *analysis.Analyzer) *outcome {
	if out := r.done[a]; out != nil {
		return out
	}
	out := &outcome{analyzer: a}
	r.done[a] = out
	results := map[*analysis.Analyzer]any{}
	for _, req := range a.Requires {
		need := r.run(req)
		if need.err != nil {
			out.err, out.blocked = need.err, true
			return out
		}
		results[req] = need.value
	}
	out.value, out.err = r.call(r.pass(out, results))
	if out.err == nil {
		out.err = resolve(a, out.diagnostics)
	}
	if want := a.ResultType; out.err == nil && want != nil && reflect.TypeOf(out.value) != want {
		out.err = fmt.Errorf("internal error: %s returned %T, not %v, on %s", a.Name, out.value, want, r.cfg.ID)
	}
	return out
}

// call runs one pass. A panic becomes an error that names the package and the analyzer, with the stack.
func (r *runner) call(pass *analysis.Pass) (value any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error: %s panicked on %s: %v\n%s", pass.Analyzer.Name, r.cfg.ID, p, debug.Stack())
		}
	}()
	value, err = pass.Analyzer.Run(pass)
	if err != nil {
		err = fmt.Errorf("internal error: %s failed on %s: %w", pass.Analyzer.Name, r.cfg.ID, err)
	}
	return value, err
}

// pass builds the pass whose findings go to out.
func (r *runner) pass(out *outcome, results map[*analysis.Analyzer]any) *analysis.Pass {
	pass := &analysis.Pass{
		Analyzer:          out.analyzer,
		Fset:              r.unit.fset,
		Files:             r.unit.files,
		OtherFiles:        r.cfg.NonGoFiles,
		IgnoredFiles:      r.cfg.IgnoredFiles,
		Pkg:               r.unit.pkg,
		TypesInfo:         r.unit.info,
		TypesSizes:        r.unit.sizes,
		Module:            r.module,
		ResultOf:          results,
		ImportObjectFact:  r.facts.importObject,
		ExportObjectFact:  r.facts.exportObject,
		ImportPackageFact: r.facts.importPackage,
		ExportPackageFact: r.facts.exportPackage,
		AllObjectFacts:    func() []analysis.ObjectFact { return r.facts.allObjects(out.analyzer) },
		AllPackageFacts:   func() []analysis.PackageFact { return r.facts.allPackages(out.analyzer) },
	}
	pass.Report = func(d analysis.Diagnostic) {
		d.SuggestedFixes = slices.DeleteFunc(d.SuggestedFixes, func(fix analysis.SuggestedFix) bool { return !r.applies(fix) })
		out.diagnostics = append(out.diagnostics, d)
	}
	pass.ReadFile = func(name string) ([]byte, error) {
		if !r.owns(name) {
			return nil, fmt.Errorf("%s is not a file of %s", name, r.cfg.ID)
		}
		return os.ReadFile(name)
	}
	return pass
}

// applies reports whether a fix can be made in the files that people edit. In the output of cgo and of other preprocessors the offsets are
// those of the generated file.
func (r *runner) applies(fix analysis.SuggestedFix) bool {
	for _, e := range fix.TextEdits {
		shown, real := r.unit.fset.PositionFor(e.Pos, true), r.unit.fset.PositionFor(e.Pos, false)
		if !real.IsValid() || shown.Filename != real.Filename {
			return false
		}
	}
	return len(fix.TextEdits) > 0
}

// owns reports whether an analyzer may read the file.
func (r *runner) owns(name string) bool {
	return slices.Contains(r.cfg.GoFiles, name) || slices.Contains(r.cfg.NonGoFiles, name) || slices.Contains(r.cfg.IgnoredFiles, name)
}

// resolve completes the URL of each diagnostic: relative to the analyzer's page, and the category's heading where none is given.
func resolve(a *analysis.Analyzer, diagnostics []analysis.Diagnostic) error {
	page, err := url.Parse(a.URL)
	if err != nil {
		return fmt.Errorf("internal error: the URL of %s: %w", a.Name, err)
	}
	for i := range diagnostics {
		d := &diagnostics[i]
		if d.URL == "" && (d.Category == "" || a.URL == "") {
			d.URL = a.URL
			continue
		}
		ref := d.URL
		if ref == "" {
			ref = "#" + d.Category
		}
		u, err := page.Parse(ref)
		if err != nil {
			return fmt.Errorf("internal error: the URL of a finding of %s: %w", a.Name, err)
		}
		d.URL = u.String()
	}
	return nil
}
