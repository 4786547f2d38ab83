package deploy

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// running is a program in a container or unit, and what stops it there.
type running struct {
	file         *file
	program      *contract.Program
	what         string        // is killed: the pod, the container, the unit
	grace        time.Duration // after which it is killed
	known        bool          // whether the grace period is
	preStop      time.Duration // how long a hook runs before the signal, in the same time
	once         bool          // it runs to its end, as a job does
	words        []string      // its command line, as far as the file or the image says it
	text         string        // its arguments and environment, which may set what is a default in the code
	open         bool          // more of its environment is set elsewhere
	line, column int           // of the grace period, or where the default holds, of what it holds for
}

// margin is what has to be left of the grace period for what comes after a drain: one that ends together with it loses that.
const margin = 500 * time.Millisecond

// drains compares how long the program takes to stop with the time that it has.
func (c *checker) drains(r *running) {
	if r.program == nil || !r.known {
		return
	}
	way := r.way()
	if way == nil || way.Total == 0 {
		c.logf("%s:%d: how long %s takes to stop is not known", r.file.path, r.line, r.program.Package)
		return
	}
	total := way.Total + r.preStop
	subject := "drain takes"
	if r.preStop > 0 {
		subject = fmt.Sprintf("preStop takes %s and the drain with it", contract.Time(r.preStop))
	}
	place := fmt.Sprintf("%s:%d", shown(r.file.path), r.line)
	switch {
	case total > r.grace:
		c.add(r.file, "graceperiod", "too-long", "error", fmt.Sprintf("%s up to %s (%s) but the %s is killed after %s (%s)",
			subject, contract.Time(total), steps(way), r.what, contract.Time(r.grace), place), r.line, r.column, trace(way)...)
	case r.grace-total < margin:
		c.add(r.file, "graceperiod", "no-margin", "error", fmt.Sprintf("%s up to %s (%s), which is all that the %s gets (%s): what follows is lost",
			subject, contract.Time(total), steps(way), r.what, place), r.line, r.column, trace(way)...)
	}
}

// way returns the way that the program goes when it is stopped, as far as that is sure: its only one, or of several the shortest. It is nil where
// a flag or variable that the container sets decides how long a step takes.
func (r *running) way() *contract.Way {
	var found *contract.Way
	for i := range r.program.Ways {
		w := &r.program.Ways[i]
		if r.once && len(r.program.Ways) > 1 || r.once && !w.Sure {
			return nil // another of its commands may run
		}
		if command := subcommand(r.words); !w.Sure && !strings.Contains(strings.ToLower(w.Func+" "+filepath.Base(w.At.File)), command) {
			return nil // the program is asked for another of its commands, as far as the names of functions and files tell
		}
		if found == nil || w.Total < found.Total {
			found = w
		}
	}
	if found == nil {
		return nil
	}
	return r.settled(found)
}

// settled puts in the times that the command line sets in the place of defaults. It returns nil where something else sets one, or may.
func (r *running) settled(way *contract.Way) *contract.Way {
	w := *way
	w.Steps = slices.Clone(way.Steps)
	elapsed := false // what the time of a ctx may have been used for that was made before
	for i := range w.Steps {
		s := &w.Steps[i]
		before := elapsed
		elapsed = elapsed || s.Took > 0
		if s.Bound.Sort != contract.Default {
			continue
		}
		switch d, ok := r.flag(s.Bound.Name); {
		case ok && !r.open && !before:
			w.Total += d - s.Took
			s.Took = d
			s.Bound = contract.Bound{Sort: contract.Exact, Time: d}
		case r.open || r.sets(s.Bound.Name):
			return nil
		}
	}
	return &w
}

// flag returns the time that the command line sets a flag to.
func (r *running) flag(name string) (time.Duration, bool) {
	name, ok := strings.CutPrefix(name, "-")
	if !ok {
		return 0, false
	}
	text := ""
	for i, w := range r.words {
		flag, value, joined := strings.Cut(strings.TrimLeft(w, "-"), "=")
		switch {
		case !strings.HasPrefix(w, "-") || flag != strings.TrimLeft(name, "-"):
		case joined:
			text = value
		case i+1 < len(r.words):
			text = r.words[i+1]
		}
	}
	d, err := time.ParseDuration(text)
	return d, err == nil && d > 0
}

// subcommand returns the first word behind the program's that can be the name of a command, in lower case, or "".
func subcommand(words []string) string {
	for i, w := range words {
		if i > 0 && word.MatchString(w) && !wrapped(words[i-1:i]) {
			return strings.ToLower(w)
		}
	}
	return ""
}

var word = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

// sets reports whether the arguments or the environment may set what the name stands for: a flag, a variable, or a field that a reader of
// configuration fills in from a variable that is called like it. What else a field is filled in from is not known.
func (r *running) sets(name string) bool {
	field, ok := strings.CutPrefix(name, "the field ")
	if !ok {
		return strings.Contains(name, ".") || strings.Contains(r.text, strings.TrimLeft(name, "-"))
	}
	return strings.Contains(strings.ToLower(strings.ReplaceAll(r.text, "_", "")), strings.ToLower(field))
}

// steps tells the steps that take a known time, each with its place. The file is named once.
func steps(w *contract.Way) string {
	var parts []string
	last := ""
	for _, s := range w.Steps {
		if s.Took == 0 {
			continue
		}
		at := fmt.Sprintf("%s:%d", shown(s.At.File), s.At.Line)
		if s.At.File == last {
			at = fmt.Sprintf(":%d", s.At.Line)
		}
		last = s.At.File
		by := ""
		if s.Bound.Sort == contract.Default {
			by = " by default of " + s.Bound.Name
		}
		parts = append(parts, fmt.Sprintf("%s %s%s at %s", s.Name(), contract.Time(s.Took), by, at))
	}
	const most = 3
	if len(parts) > most {
		parts = append(parts[:most], fmt.Sprintf("%d more", len(parts)-most))
	}
	return strings.Join(parts, ", then ")
}

// trace lists all steps.
func trace(w *contract.Way) []finding.Step {
	var all []finding.Step
	for _, s := range w.Steps {
		at := finding.Position{File: s.At.File, Line: s.At.Line, Column: 1}
		all = append(all, finding.Step{Position: at, Message: s.Text + " takes " + s.Time()})
	}
	return all
}

// shown is a file name as messages have it: relative to the working directory, if it lies there.
func shown(name string) string {
	here, err := filepath.Abs(".")
	full, err2 := filepath.Abs(name)
	if err != nil || err2 != nil || name == stdin {
		return name
	}
	rel, err := filepath.Rel(here, full)
	if err != nil || strings.HasPrefix(rel, "..") {
		return name
	}
	return filepath.ToSlash(rel)
}

// double tells how severe a hook is that sends a stop signal, which the one that follows makes the second, and what to say. What a program that is not
// known does with that is information; one that is known either ends at once or goes on draining, and then it is nothing.
func double(p *contract.Program, what string) (tier, message string) {
	switch {
	case p == nil || len(p.Signals) == 0:
		return "info", what + ", which may end the drain"
	case len(p.Second) == 0:
		return "", ""
	}
	at := p.Second[0]
	return "error", fmt.Sprintf("%s, and %s takes a second signal as the wish to end now (%s:%d)", what, filepath.Base(p.Package), shown(at.File), at.Line)
}

// taken compares a stop signal with those that the program takes.
func (c *checker) taken(f *file, p *contract.Program, setting, name string, line, column int) {
	number, ok := contract.SignalNumber(name)
	if !ok || number == 9 || number == 19 {
		return
	}
	if what := refuses(p, number); what != "" {
		c.add(f, "stopsignal", "not-taken", "error", fmt.Sprintf("%s, but %s takes %s: %s", setting, filepath.Base(p.Package), takes(p), what), line, column)
	}
}

// refuses tells what a signal does to a program that does not take it; it is "" where the program takes it, or may, or takes none at all.
func refuses(p *contract.Program, number int64) string {
	if p == nil || p.Open || len(p.Signals) == 0 {
		return ""
	}
	for _, s := range p.Signals {
		if len(s.Numbers) == 0 || slices.Contains(s.Numbers, number) {
			return ""
		}
	}
	switch number {
	case 1, 2, 15:
		return "it ends at once, without a drain"
	case 3, 6:
		return "it ends at once and writes its stacks"
	}
	return "nothing happens until it is killed"
}

// takes lists the signals of a program, with the place of the first registration.
func takes(p *contract.Program) string {
	var names []string
	for _, s := range p.Signals {
		for _, n := range s.Numbers {
			if name := contract.SignalName(n); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(p.Signals) == 0 {
		return "no signal"
	}
	at := p.Signals[0].At
	return fmt.Sprintf("%s (%s:%d)", strings.Join(names, ", "), shown(at.File), at.Line)
}
