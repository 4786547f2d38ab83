package lint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// vet runs go vet over the arguments and adds what it says to the report. Findings in packages that were not asked for are left out: go
// vet shows those of imported packages as well.
func (r *run) vet(flags, arguments []string, packages []*listed) error {
	named := map[string]bool{}
	var outside []string
	for _, p := range packages {
		named[p.ImportPath] = true
		if p.Standard || p.Module != nil && !p.Module.Main {
			outside = append(outside, p.ImportPath)
		}
	}
	// A profile would make a second unit of every package that the profiled program imports.
	args := slices.Concat([]string{"vet", "-json", "-vettool=" + r.Tool, "-pgo=off"}, r.VetFlags, r.BuildFlags, flags, []string{"-every", "-unsafe-fixes"}, r.ToolFlags)
	if r.Tests {
		args = append(args, "-tests")
	}
	if r.Contract != nil {
		args = append(args, "-contract")
	}
	if len(outside) > 0 {
		slices.Sort(outside)
		args = append(args, "-outside="+strings.Join(outside, ","))
	}
	stdout, stderr, err := r.goCommand(nil, append(args, arguments...)...)
	if r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	if err != nil && !isExit(err) {
		return failed("go vet", stderr, err)
	}
	if err := r.decode(stdout, named); err != nil {
		return err
	}
	before := len(r.report.Problems)
	r.complaints(stderr)
	if err != nil && len(r.report.Problems) == before {
		r.problem("", "", "go vet: "+err.Error())
	}
	return nil
}

// decode reads the stream of JSON objects that go vet prints, one a unit.
func (r *run) decode(stream []byte, named map[string]bool) error {
	dec := json.NewDecoder(bytes.NewReader(stream))
	for {
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("the output of go vet cannot be read: %w", err)
		}
		for id, analyzers := range tree {
			path, _, _ := strings.Cut(id, " ")
			wanted := named[path] || named[strings.TrimSuffix(path, "_test")]
			for name, raw := range analyzers {
				if err := r.add(path, name, raw, wanted); err != nil {
					return err
				}
			}
		}
	}
}

// add adds the outcome of one analyzer on one unit: a failure in any case, since others build on the unit's facts, findings where they are
// wanted.
func (r *run) add(path, analyzer string, raw json.RawMessage, wanted bool) error {
	if analyzer == unit.Contract {
		return r.contract(path, raw)
	}
	if !r.Keep(analyzer) {
		return nil
	}
	var failure unit.Failure
	if json.Unmarshal(raw, &failure) == nil {
		r.problem(path, "", failure.Err)
		return nil
	}
	if !wanted {
		return nil
	}
	var list []unit.Diagnostic
	if err := json.Unmarshal(raw, &list); err != nil {
		return fmt.Errorf("the findings of %s on %s cannot be read: %w", analyzer, path, err)
	}
	for _, d := range list {
		r.report.Findings = append(r.report.Findings, r.finding(path, analyzer, d))
	}
	return nil
}

// contract hands on what a package promises, whether findings in it are wanted or not: programs are put together from packages.
func (r *run) contract(path string, raw json.RawMessage) error {
	var list []unit.Diagnostic
	if r.Contract == nil || json.Unmarshal(raw, &list) != nil {
		return nil // a failure of what it builds on is told by the rules
	}
	for _, d := range list {
		p := new(contract.Package)
		if err := json.Unmarshal([]byte(d.Message), p); err != nil {
			return fmt.Errorf("the contract of %s cannot be read: %w", path, err)
		}
		r.Contract(p)
	}
	return nil
}

// label is how every message ends. Checks of other tools have no category.
var label = regexp.MustCompile(` \[([A-Za-z0-9]+)(?:/([a-z0-9-]+))?\]$`)

// finding turns a diagnostic into a finding: the rule and category leave the message and the tier comes out of the URL.
func (r *run) finding(path, analyzer string, d unit.Diagnostic) finding.Finding {
	f := finding.Finding{
		Rule: analyzer, Category: d.Category, Message: d.Message, URL: d.URL, Package: path,
		Start: parsePosition(d.Posn), End: parsePosition(d.End),
	}
	if m := label.FindStringSubmatchIndex(d.Message); m != nil {
		f.Rule, f.Message = d.Message[m[2]:m[3]], d.Message[:m[0]]
		if m[4] >= 0 {
			f.Category = d.Message[m[4]:m[5]]
		}
	}
	unsafe := false
	if u, err := url.Parse(d.URL); err == nil {
		f.Tier, unsafe = u.Query().Get("tier"), u.Query().Get("fix") == "unsafe"
		u.RawQuery = ""
		f.URL = u.String()
	}
	if f.Tier == "" {
		f.Tier = r.Tier(f.Rule, f.Category)
	}
	for _, rel := range d.Related {
		f.Trace = append(f.Trace, step(rel))
	}
	for _, sf := range d.SuggestedFixes {
		out := finding.Fix{Title: sf.Message, Unsafe: unsafe}
		for _, e := range sf.Edits {
			out.Edits = append(out.Edits, finding.Edit{File: e.Filename, Start: e.Start, End: e.End, New: e.New})
		}
		f.Fixes = append(f.Fixes, out)
	}
	return f
}

// further is a step of a trace whose words name the line, as its position, which is that of the function, cannot (facts.Engine.Place).
var further = regexp.MustCompile(`^(goes on in \S+) at line (\d+)$`)

// step turns a related place into a step of a trace, at the line that its words name if they do.
func step(rel unit.Related) finding.Step {
	s := finding.Step{Position: parsePosition(rel.Posn), Message: rel.Message}
	if m := further.FindStringSubmatch(rel.Message); m != nil {
		if line, err := strconv.Atoi(m[2]); err == nil {
			s.Line, s.Column, s.Message = line, 1, m[1]
		}
	}
	return s
}

// parsePosition takes file:line:col apart, where line and column may be missing. A file name may hold colons.
func parsePosition(text string) finding.Position {
	var numbers []int
	for len(numbers) < 2 {
		i := strings.LastIndexByte(text, ':')
		n, err := strconv.Atoi(text[i+1:])
		if i < 0 || err != nil {
			break
		}
		numbers = append(numbers, n)
		text = text[:i]
	}
	at := finding.Position{File: text}
	switch len(numbers) {
	case 1:
		at.Line = numbers[0]
	case 2:
		at.Column, at.Line = numbers[0], numbers[1]
	}
	return at
}

// complaint is a line of the go command that names a place.
var complaint = regexp.MustCompile(`^(?:vet: )?(.+?\.go:\d+(?::\d+)?): (.*)$`)

// complaints adds what go vet printed beside its findings: under a heading "# package" the errors of that package, and lines of its own.
func (r *run) complaints(stderr string) {
	pkg := ""
	var loose []string
	flush := func() {
		text := strings.Join(loose, "\n")
		switch {
		case strings.HasPrefix(text, unit.TooOld):
			r.problem("", "", text) // true of all packages, and said once
		case text != "":
			r.problem(pkg, "", text)
		}
		loose = nil
	}
	for line := range strings.Lines(stderr) {
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(line, "go: warning: ") {
			continue // go list said so before
		}
		if name, ok := strings.CutPrefix(line, "# "); ok {
			flush()
			pkg, _, _ = strings.Cut(strings.Trim(name, "[]"), " ")
			continue
		}
		if m := complaint.FindStringSubmatch(line); m != nil && len(loose) == 0 {
			r.problem(pkg, m[1], m[2])
			continue
		}
		if line != "" {
			loose = append(loose, strings.TrimPrefix(line, "shutdownlint: "))
		}
	}
	flush()
}
