package deploy

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// isLogrotate reports whether the file is a configuration of logrotate, by its name or folder.
func isLogrotate(file string) bool {
	base, dir := strings.ToLower(filepath.Base(file)), strings.ToLower(filepath.Base(filepath.Dir(file)))
	switch filepath.Ext(base) {
	case "", ".conf", ".logrotate":
		return strings.Contains(base, "logrotate") || strings.HasPrefix(dir, "logrotate")
	}
	return false
}

// These match commands that signal a program by its name or by that of its unit.
var (
	byName = regexp.MustCompile(`\b(?:pkill|killall)\s+(?:-s\s*|--signal[= ]|-)([A-Z0-9]+)\s+(?:-[a-z]\s+)*([\w.-]+)`)
	byUnit = regexp.MustCompile(`\bsystemctl\s+kill\s+(?:--kill-\S+\s+)*(?:-s\s*|--signal[= ])([A-Z0-9]+)\s+(?:--kill-\S+\s+)*([\w.@-]+)`)
)

// logrotate judges the signals that are sent when logs are rotated.
func (c *checker) logrotate(f *file) {
	for i, line := range f.lines {
		m := byName.FindStringSubmatchIndex(line)
		if m == nil {
			m = byUnit.FindStringSubmatchIndex(line)
		}
		if m == nil {
			continue
		}
		name := strings.TrimSuffix(line[m[4]:m[5]], ".service")
		number, ok := contract.SignalNumber(line[m[2]:m[3]])
		p := c.quietly(name)
		if !ok || p == nil {
			continue
		}
		if what := hurts(p, number); what != "" {
			c.add(f, "reloadsignal", "not-taken", "error", fmt.Sprintf("logrotate sends %s, but %s takes %s: %s", contract.SignalName(number), path.Base(p.Package), takes(p), what),
				i+1, m[0]+1)
		}
	}
}

// hurts tells what a signal that is meant to reload does to a program that does not take it, or "".
func hurts(p *contract.Program, number int64) string {
	if what := refuses(p, number); what != "" {
		return what
	}
	if len(p.Signals) == 0 && !p.Open && number == 1 {
		return "it ends at once"
	}
	return ""
}
