package deploy

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// unitGrace is the time that systemd gives a unit that names none.
const unitGrace = 90 * time.Second

// unitRuns judges a unit together with the program that it runs, which it returns, and with the drop-ins beside it. A drop-in alone runs nothing.
func (c *checker) unitRuns(f *file, all []setting) *contract.Program {
	if !strings.HasSuffix(f.path, ".service") {
		return nil
	}
	for _, other := range c.files {
		if other.kind == unitFile && filepath.Dir(other.path) == f.path+".d" {
			all = append(all, settings(other)...)
		}
	}
	r := &running{file: f, what: "unit", grace: unitGrace, known: true, column: 1}
	for _, s := range all {
		if s.section == "Service" {
			c.unitSetting(r, s)
		}
	}
	if r.program == nil {
		return nil
	}
	c.drains(r)
	for _, s := range all {
		switch {
		case s.section != "Service":
		case s.key == "KillSignal":
			c.taken(s.file, r.program, "KillSignal="+s.value, s.value, s.line, 1)
		case s.key == "ExecReload":
			c.reload(r.program, s)
		}
	}
	return r.program
}

// unitSetting reads a setting that says what runs and how long it may take to stop.
func (c *checker) unitSetting(r *running, s setting) {
	switch s.key {
	case "ExecStart":
		if s.value == "" {
			return
		}
		name := strings.TrimSuffix(filepath.Base(r.file.path), ".service")
		if c.Names[name] != "" {
			r.program = c.named(name)
		} else {
			r.program = c.runs(strings.Fields(strings.TrimLeft(s.value, "-@:+!")), nil)
		}
		r.text += " " + s.value
		r.words = strings.Fields(s.value)
		if r.line == 0 {
			r.line = s.line
		}
		if r.program == nil {
			c.logf("%s:%d: ExecStart runs no main package that is known", s.file.path, s.line)
		}
	case "Environment":
		r.text += " " + s.value
	case "EnvironmentFile":
		r.open = true
	case "Type":
		r.once = r.once || s.value == "oneshot"
	case "TimeoutStopSec", "TimeoutSec":
		r.grace, r.known = span(s.value)
		r.file, r.line = s.file, s.line
	}
}

// reload judges a reload that is a signal.
func (c *checker) reload(p *contract.Program, s setting) {
	name := sends(s.value)
	number, ok := contract.SignalNumber(name)
	if !ok || number == 9 {
		return
	}
	if what := hurts(p, number); what != "" {
		c.add(s.file, "reloadsignal", "not-taken", "error", fmt.Sprintf("ExecReload sends %s, but %s takes %s: %s", contract.SignalName(number), path.Base(p.Package), takes(p), what),
			s.line, 1)
	}
}

// sends returns the signal that a command sends to the main process, or "".
func sends(command string) string {
	words := strings.Fields(strings.TrimLeft(command, "-@:+!"))
	if len(words) < 2 || path.Base(words[0]) != "kill" || !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, "MAINPID") }) {
		return ""
	}
	for i, w := range words[1:] {
		switch {
		case w == "-s" || w == "--signal" || w == "-n":
			return words[min(i+2, len(words)-1)]
		case strings.HasPrefix(w, "--signal="):
			return strings.TrimPrefix(w, "--signal=")
		case strings.HasPrefix(w, "-") && w != "--":
			return strings.TrimPrefix(w, "-")
		}
	}
	return "TERM"
}
