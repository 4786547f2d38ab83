package deploy

import (
	"strconv"
	"strings"
	"time"
)

// setting is one line of a unit file.
type setting struct {
	section, key, value string
	line                int
	file                *file
}

// settings reads a unit file: sections, continued lines, comments.
func settings(f *file) []setting {
	var all []setting
	section, start := "", 0
	var joined []string
	for i, line := range f.lines {
		trimmed := strings.TrimSpace(line)
		if joined == nil && (trimmed == "" || trimmed[0] == '#' || trimmed[0] == ';') {
			continue
		}
		if joined == nil {
			start = i + 1
		}
		if before, ok := strings.CutSuffix(trimmed, `\`); ok {
			joined = append(joined, before)
			continue
		}
		whole := strings.Join(append(joined, trimmed), " ")
		joined = nil
		if strings.HasPrefix(whole, "[") && strings.HasSuffix(whole, "]") {
			section = whole[1 : len(whole)-1]
			continue
		}
		if key, value, ok := strings.Cut(whole, "="); ok {
			all = append(all, setting{section, strings.TrimSpace(key), strings.TrimSpace(value), start, f})
		}
	}
	return all
}

// serviceKeys are the settings that only the section Service knows.
var serviceKeys = map[string]bool{"TimeoutStopSec": true, "KillMode": true, "KillSignal": true, "SendSIGKILL": true, "ExecStop": true, "FinalKillSignal": true}

// unit judges the settings of a systemd unit that stop its program.
func (c *checker) unit(f *file) {
	all := settings(f)
	program := c.unitRuns(f, all)
	for _, s := range all {
		if s.section != "Service" {
			if serviceKeys[s.key] && (s.section == "Unit" || s.section == "Install") {
				c.add(f, "graceperiod", "misplaced", "error", s.key+" is ignored in ["+s.section+"]; systemd reads it in [Service]", s.line, 1)
			}
			continue
		}
		switch s.key {
		case "KillMode":
			c.killMode(f, s, delegates(all))
		case "SendSIGKILL":
			if isFalse(s.value) {
				c.add(f, "killmode", "no-sigkill", "warning", "with SendSIGKILL="+s.value+" a program that hangs in its drain is never ended", s.line, 1)
			}
		case "KillSignal":
			c.stopSignal(f, s.value, s.line, 1)
		case "TimeoutStopSec":
			if d, ok := span(s.value); ok {
				c.grace(f, "TimeoutStopSec="+s.value, d, s.line, 1)
			}
		case "ExecStop":
			if killsMain(s.value) {
				if tier, message := double(program, "after this kill systemd sends its own signal at once"); tier != "" {
					c.add(f, "doublesignal", "exec-stop", tier, message, s.line, 1)
				}
			}
		}
	}
}

// delegates reports whether the program manages the groups of its children itself, as runtimes of containers do.
func delegates(all []setting) bool {
	for _, s := range all {
		if s.key == "Delegate" && !isFalse(s.value) {
			return true
		}
	}
	return false
}

func (c *checker) killMode(f *file, s setting, delegated bool) {
	switch s.value {
	case "process", "none":
		if delegated {
			return // the children are containers, which are meant to live on
		}
		c.add(f, "killmode", "leaves-children", "warning", "KillMode="+s.value+" leaves the program's children running when it is stopped", s.line, 1)
	case "control-group":
		c.add(f, "killmode", "children-too", "info", "KillMode=control-group signals the program's children at the same moment as the program", s.line, 1)
	}
}

func isFalse(v string) bool {
	switch strings.ToLower(v) {
	case "no", "false", "off", "0":
		return true
	}
	return false
}

// killsMain reports whether a command only signals the main process, to end it, and does not wait for it.
func killsMain(v string) bool {
	words := strings.Fields(strings.TrimLeft(v, "-@:+!"))
	if len(words) < 2 || !strings.HasSuffix(words[0], "kill") || words[len(words)-1] != "$MAINPID" && words[len(words)-1] != "${MAINPID}" {
		return false
	}
	for _, w := range words[1 : len(words)-1] {
		switch strings.TrimPrefix(strings.TrimPrefix(w, "-"), "SIG") {
		case "TERM", "INT", "15", "2", "s":
		default:
			return false
		}
	}
	return true
}

// stopSignal reports a stop signal that no program can take.
func (c *checker) stopSignal(f *file, name string, line, column int) {
	switch strings.TrimPrefix(strings.ToUpper(strings.Trim(name, `"'`)), "SIG") {
	case "KILL", "9", "STOP", "19":
		c.add(f, "stopsignal", "uncatchable", "error", "no program can take "+name+", so it is ended without a drain", line, column)
	}
}

// shortest is what a graceful stop of a Go server needs with nothing in flight: one connection on which the client has not spoken yet keeps
// Shutdown for up to 6 s.
const shortest = 6 * time.Second

// grace reports a time to stop that is too short for any drain.
func (c *checker) grace(f *file, what string, d time.Duration, line, column int) {
	if d < shortest {
		c.add(f, "graceperiod", "too-short", "warning", what+" is shorter than the 6s that a Go server can need to stop with nothing in flight", line, column)
	}
}

// span reads a time span of systemd: a number of seconds, or numbers with units. It reports false for infinity and what it does not know.
func span(v string) (time.Duration, bool) {
	units := map[string]time.Duration{"": time.Second, "s": time.Second, "sec": time.Second, "second": time.Second, "seconds": time.Second, "ms": time.Millisecond,
		"msec": time.Millisecond, "m": time.Minute, "min": time.Minute, "minute": time.Minute, "minutes": time.Minute, "h": time.Hour, "hr": time.Hour,
		"hour": time.Hour, "hours": time.Hour}
	sum, rest := time.Duration(0), strings.TrimSpace(v)
	if rest == "" {
		return 0, false
	}
	for rest != "" {
		n := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if n < 0 {
			n = len(rest)
		}
		number, err := strconv.ParseFloat(rest[:n], 64)
		if err != nil {
			return 0, false
		}
		rest = strings.TrimSpace(rest[n:])
		m := strings.IndexFunc(rest, func(r rune) bool { return r < 'a' || r > 'z' })
		if m < 0 {
			m = len(rest)
		}
		unit, known := units[rest[:m]]
		if !known {
			return 0, false
		}
		sum += time.Duration(number * float64(unit))
		rest = strings.TrimSpace(rest[m:])
	}
	return sum, sum > 0 // 0 means infinity to systemd
}
