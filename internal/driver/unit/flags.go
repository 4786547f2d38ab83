package unit

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Selection is which analyzers the flags -NAME and -NAME=false ask for.
type Selection struct {
	analyzers []*analysis.Analyzer
	switches  map[*analysis.Analyzer]*toggle
}

// AddFlags adds the flags of the analyzers to a set: -NAME to choose one and -NAME.flag for each of its own. Analyzers that these require
// give their flags but cannot be chosen.
func AddFlags(set *flag.FlagSet, analyzers []*analysis.Analyzer) *Selection {
	s := &Selection{analyzers: analyzers, switches: map[*analysis.Analyzer]*toggle{}}
	for _, a := range analyzers {
		t := new(toggle)
		s.switches[a] = t
		title, _, _ := strings.Cut(a.Doc, "\n")
		set.Var(t, a.Name, "only "+a.Name+", or with =false all others: "+title)
	}
	for _, a := range withRequired(analyzers) {
		a.Flags.VisitAll(func(f *flag.Flag) { set.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	return s
}

// Chosen returns the analyzers to run: those switched on, if any is, else all that are not switched off.
func (s *Selection) Chosen() []*analysis.Analyzer {
	anyOn := false
	for _, t := range s.switches {
		anyOn = anyOn || *t == on
	}
	return slices.DeleteFunc(slices.Clone(s.analyzers), func(a *analysis.Analyzer) bool {
		return *s.switches[a] == off || anyOn && *s.switches[a] != on
	})
}

// Only reports whether single analyzers were asked for.
func (s *Selection) Only() bool {
	for _, t := range s.switches {
		if *t == on {
			return true
		}
	}
	return false
}

// addShared adds the flags that set one of the same name for each analyzer that has it, unless that is set itself.
func addShared(set *flag.FlagSet, analyzers []*analysis.Analyzer) {
	for name, usage := range map[string]string{
		"info":  "report findings that are information only, too",
		"grace": "`time` the platform gives the process after the stop signal",
	} {
		s := &shared{name: name, set: set}
		for _, a := range analyzers {
			if f := a.Flags.Lookup(name); f != nil {
				s.of = append(s.of, a)
				b, ok := f.Value.(interface{ IsBoolFlag() bool })
				s.isBool = ok && b.IsBoolFlag()
			}
		}
		if len(s.of) > 0 {
			set.Var(s, name, usage)
		}
	}
}

// shared is a flag of several analyzers.
type shared struct {
	name   string
	set    *flag.FlagSet
	of     []*analysis.Analyzer
	isBool bool
}

// Set implements [flag.Value].
func (s *shared) Set(text string) error {
	own := map[string]bool{}
	s.set.Visit(func(f *flag.Flag) { own[f.Name] = true })
	for _, a := range s.of {
		if own[a.Name+"."+s.name] {
			continue
		}
		if err := a.Flags.Set(s.name, text); err != nil {
			return err
		}
	}
	return nil
}

// String implements [flag.Value].
func (s *shared) String() string { return "" }

// IsBoolFlag lets a flag that is one for the analyzers stand without a value.
func (s *shared) IsBoolFlag() bool { return s.isBool }

// turnOn sets a boolean flag of each analyzer that has it.
func turnOn(analyzers []*analysis.Analyzer, name string) {
	for _, a := range analyzers {
		if f := a.Flags.Lookup(name); f != nil {
			f.Value.Set("true") // every boolean flag takes it
		}
	}
}

// withRequired returns the analyzers and all they require, each once, the required before those that require them.
func withRequired(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	var add func([]*analysis.Analyzer)
	add = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if !slices.Contains(all, a) {
				add(a.Requires)
				all = append(all, a)
			}
		}
	}
	add(analyzers)
	return all
}

// toggle is a boolean flag that knows whether it was given.
type toggle int

const (
	unset toggle = iota
	on
	off
)

// Set implements [flag.Value].
func (t *toggle) Set(text string) error {
	b, err := strconv.ParseBool(text)
	if err != nil {
		return fmt.Errorf("want true or false")
	}
	*t = off
	if b {
		*t = on
	}
	return nil
}

// String implements [flag.Value].
func (t *toggle) String() string { return strconv.FormatBool(t == nil || *t != off) }

// IsBoolFlag lets the flag stand without a value.
func (t *toggle) IsBoolFlag() bool { return true }

// printFlags writes the flags as the go command wants to know them.
func printFlags(w io.Writer, set *flag.FlagSet) error {
	type description struct {
		Name  string
		Bool  bool
		Usage string
	}
	list := []description{}
	set.VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		list = append(list, description{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(list, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
