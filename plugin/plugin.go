// Package plugin makes of the rules a module plugin of golangci-lint. docs/drivers.md tells how it is built in and set up.
package plugin

import (
	"errors"
	"flag"
	"net/url"
	"reflect"
	"slices"
	"strconv"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
	"github.com/shutdownlint/shutdownlint/passes"
)

func init() { register.Plugin("shutdownlint", New) }

// New returns the plugin with what .golangci.yml says under linters.settings.custom.shutdownlint.settings. The error names every wrong setting.
func New(conf any) (register.LinterPlugin, error) {
	s, err := decode(conf)
	if err != nil {
		return nil, err
	}
	return &linter{s}, nil
}

// linter is the plugin with its settings.
type linter struct{ settings *settings }

// GetLoadMode says that the rules need types.
func (*linter) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns the rules that are not off. Each is a copy with flags of its own, so that nothing is left behind in the originals. Only
// what the facts rest on is one for the whole process: knowledge, and whether tests count.
func (l *linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	var list []*analysis.Analyzer
	for _, a := range passes.Analyzers() {
		if l.settings.rules.Off(a.Name) {
			continue
		}
		rule, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			return nil, err
		}
		adapted, err := l.adapt(a, rule)
		if err != nil {
			return nil, err
		}
		list = append(list, adapted)
	}
	err := setFlag(list, "knowledge", l.settings.knowledge)
	return list, errors.Join(err, setFlag(list, "tests", strconv.FormatBool(l.settings.tests)))
}

// adapt returns a copy of a rule that is set up, and that reports what golangci-lint can show.
func (l *linter) adapt(a *analysis.Analyzer, rule *ruledoc.Rule) (*analysis.Analyzer, error) {
	adapted := *a
	adapted.Flags = copyFlags(a)
	for name, value := range l.settings.flags(a.Name) {
		if adapted.Flags.Lookup(name) == nil {
			continue // a flag that only some rules have
		}
		if err := adapted.Flags.Set(name, value); err != nil {
			return nil, err
		}
	}
	adapted.Run = func(pass *analysis.Pass) (any, error) {
		own := *pass
		own.Report = func(d analysis.Diagnostic) {
			if l.wanted(rule, d) {
				pass.Report(simple(pass, d))
			}
		}
		return a.Run(&own)
	}
	return &adapted, nil
}

// wanted asks the settings of rules and categories.
func (l *linter) wanted(rule *ruledoc.Rule, d analysis.Diagnostic) bool {
	f := finding.Finding{Rule: rule.Name, Category: d.Category}
	if u, err := url.Parse(d.URL); err == nil {
		f.Tier = u.Query().Get("tier")
	}
	if c := rule.Category(d.Category); f.Tier == "" && c != nil {
		f.Tier = c.Tier.String()
	}
	return l.settings.rules.Judge(&f, l.settings.info)
}

// simple leaves out what golangci-lint mistreats: it shows related places as findings of their own, and of a fix that changes several files it
// makes one part.
func simple(pass *analysis.Pass, d analysis.Diagnostic) analysis.Diagnostic {
	d.Related = nil
	file := pass.Fset.File(d.Pos)
	d.SuggestedFixes = slices.DeleteFunc(slices.Clone(d.SuggestedFixes), func(fix analysis.SuggestedFix) bool {
		return slices.ContainsFunc(fix.TextEdits, func(e analysis.TextEdit) bool { return pass.Fset.File(e.Pos) != file })
	})
	return d
}

// copyFlags returns the flags of an analyzer with values of their own, all at their defaults.
func copyFlags(a *analysis.Analyzer) flag.FlagSet {
	var set flag.FlagSet
	set.Init(a.Name, flag.ContinueOnError)
	a.Flags.VisitAll(func(f *flag.Flag) {
		value := reflect.New(reflect.TypeOf(f.Value).Elem()).Interface().(flag.Value)
		if err := value.Set(f.DefValue); err != nil {
			panic(err) // a flag that does not take its own default
		}
		set.Var(value, f.Name, f.Usage)
	})
	return set
}

// setFlag sets a flag of the analyzers that these require.
func setFlag(analyzers []*analysis.Analyzer, name, value string) error {
	for _, a := range analyzers {
		for _, required := range a.Requires {
			if f := required.Flags.Lookup(name); f != nil {
				return f.Value.Set(value)
			}
		}
		if err := setFlag(a.Requires, name, value); err != nil {
			return err
		}
	}
	return nil
}
