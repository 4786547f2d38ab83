package deploy

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// instruction is one instruction of a Dockerfile, its continued lines joined.
type instruction struct {
	name string // in upper case
	rest string
	line int
}

// instructions splits a Dockerfile. Comments, empty lines and here-documents are left out; the escape directive is obeyed.
func instructions(f *file) []instruction {
	escape, heredoc := `\`, ""
	var all []instruction
	var joined []string
	start := 0
	for i, line := range f.lines {
		trimmed := strings.TrimSpace(line)
		if heredoc != "" {
			if trimmed == heredoc {
				heredoc = ""
			}
			continue
		}
		if directive, ok := strings.CutPrefix(strings.ReplaceAll(trimmed, " ", ""), "#escape="); ok && len(all) == 0 {
			escape = directive
		}
		if strings.HasPrefix(trimmed, "#") || trimmed == "" {
			continue
		}
		if joined == nil {
			start = i + 1
		}
		if before, ok := strings.CutSuffix(trimmed, escape); ok {
			joined = append(joined, before)
			continue
		}
		name, rest, _ := strings.Cut(strings.TrimSpace(strings.Join(append(joined, trimmed), " ")), " ")
		all = append(all, instruction{strings.ToUpper(name), strings.TrimSpace(rest), start})
		joined = nil
		if _, mark, ok := strings.Cut(rest, "<<"); ok {
			heredoc = strings.Trim(strings.TrimLeft(strings.Fields(mark + " ")[0], "-"), `"'`)
		}
	}
	return all
}

// stage is one build stage.
type stage struct {
	name, base      string
	entrypoint, cmd *instruction
	stop            *instruction // STOPSIGNAL
	shell           []string
}

// dockerfile judges how the images of a Dockerfile start their program, and notes the scripts that they start.
func (c *checker) dockerfile(f *file, started map[string]bool) {
	var stages []*stage
	copied := map[string]bool{}
	built := map[string]*contract.Program{}
	for _, in := range instructions(f) {
		if in.name == "FROM" {
			stages = append(stages, newStage(in.rest, stages))
			continue
		}
		if len(stages) == 0 {
			continue
		}
		s := stages[len(stages)-1]
		switch in.name {
		case "ENTRYPOINT":
			s.entrypoint, s.cmd = &in, nil
		case "CMD":
			s.cmd = &in
		case "SHELL":
			s.shell, _ = words(in.rest)
		case "RUN":
			c.builds(f, in.rest, built)
		case "COPY":
			copies(in.rest, built)
			for w := range strings.FieldsSeq(in.rest) {
				if from, ok := strings.CutPrefix(w, "--from="); ok {
					copied[from] = true
				}
			}
		case "STOPSIGNAL":
			c.stopSignal(f, in.rest, in.line, 1)
			s.stop = &in
		}
	}
	for _, s := range stages {
		if !copied[s.name] {
			c.start(f, s, started)
		}
	}
	if len(stages) > 0 {
		s := stages[len(stages)-1]
		img := c.addImage(f, s, built)
		if s.stop != nil && img.program != nil {
			c.taken(f, img.program, "STOPSIGNAL "+s.stop.rest, s.stop.rest, s.stop.line, 1)
		}
	}
}

// newStage begins a stage; what it inherits from an earlier one it has too.
func newStage(from string, stages []*stage) *stage {
	fields := slices.DeleteFunc(strings.Fields(from), func(w string) bool { return strings.HasPrefix(w, "--") })
	s := &stage{}
	if len(fields) > 0 {
		s.base = fields[0]
	}
	if len(fields) == 3 {
		s.name = fields[2]
	}
	for _, earlier := range stages {
		if earlier.name != "" && strings.EqualFold(earlier.name, s.base) {
			s.base, s.shell = earlier.base, earlier.shell // its start is judged where it is written
		}
	}
	return s
}

// words reads the exec form, a JSON list.
func words(rest string) ([]string, bool) {
	var list []string
	return list, json.Unmarshal([]byte(rest), &list) == nil
}

// start judges the instruction that names the program.
func (c *checker) start(f *file, s *stage, started map[string]bool) {
	in := s.entrypoint
	if in == nil {
		in = s.cmd
	}
	if in == nil || in.rest == "" {
		return
	}
	if list, ok := words(in.rest); ok {
		noteScript(list, started)
		inner, first := behindInit(list)
		if len(inner) > 2 && isShell(inner[0]) && strings.HasSuffix(inner[1], "c") {
			c.shellForm(f, s, in, inner[2], path.Base(inner[0]), first)
		}
		return
	}
	shell := "sh"
	if len(s.shell) > 0 {
		shell = path.Base(s.shell[0])
	}
	noteScript(strings.Fields(in.rest), started)
	c.shellForm(f, s, in, in.rest, shell, true)
}

// noteScript notes the scripts among the words of a command.
func noteScript(list []string, started map[string]bool) {
	for _, w := range list {
		if base := path.Base(w); strings.HasSuffix(base, ".sh") || strings.HasSuffix(base, "entrypoint") {
			started[base] = true
		}
	}
}

// behindInit returns a command line without the program in front of it that only passes signals on to its child. With first, there was none. An init that signals the whole
// group, as dumb-init does, reaches the program behind a shell, too, and stays.
func behindInit(list []string) (inner []string, first bool) {
	if len(list) == 0 || !inits[path.Base(list[0])] {
		return list, true
	}
	for _, w := range list[1:] {
		if w == "-g" {
			return list, true // tini's option for the group
		}
		if !strings.HasPrefix(w, "-") {
			break
		}
	}
	for i, w := range list {
		if i > 0 && isShell(w) {
			return list[i:], false
		}
	}
	return list, true
}

// inits are programs that run another one as their only child and pass signals on to it alone.
var inits = map[string]bool{"tini": true, "tini-static": true, "docker-init": true, "catatonit": true}

// shellForm reports a program that a shell runs as its child: the shell passes no signal on, as process 1 or behind an init.
func (c *checker) shellForm(f *file, s *stage, in *instruction, command, shell string, first bool) {
	run, single := lastCommand(command)
	if run == nil || run.exec || harmless[run.name] || isShell(run.name) && !strings.HasSuffix(command, ".sh") {
		return
	}
	tier := "warning"
	switch known := shellOf(s.base); {
	case single && (shell == "bash" || shell == "ash" || known == "ash"):
		return // these run a single command in their own place
	case !single || known == "dash":
		tier = "error"
	}
	what := ", which is process 1 and passes no SIGTERM on"
	if !first {
		what = ", which ends at the SIGTERM that the init passes on, and does not tell it"
	}
	c.add(f, "shellform", "shell-form", tier, in.name+" runs "+run.name+" under a shell"+what, in.line, 1)
}

// shellOf returns the shell that is /bin/sh in images whose name tells their base, or "".
func shellOf(image string) string {
	name, tag, _ := strings.Cut(path.Base(image), ":")
	switch {
	case strings.Contains(tag, "alpine"), strings.HasPrefix(name, "alpine"), name == "busybox":
		return "ash"
	case name == "debian", name == "ubuntu", strings.Contains(tag, "bookworm"), strings.Contains(tag, "bullseye"), strings.Contains(tag, "trixie"),
		strings.Contains(tag, "slim"), name == "golang":
		return "dash"
	case strings.HasPrefix(name, "ubi"), name == "centos", name == "fedora", name == "rockylinux", name == "almalinux", name == "amazonlinux":
		return "ash" // bash runs a single command in its own place, as ash does
	}
	return ""
}
