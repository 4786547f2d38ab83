package printer

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// sarifPrinter writes SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, which code scanning services read.
type sarifPrinter struct {
	Options
	sources map[string][]byte // nil for a file that cannot be read
}

// root names the folder that file names are relative to.
const root = "%SRCROOT%"

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool                `json:"tool"`
	Invocations []sarifInvocation        `json:"invocations"`
	Bases       map[string]sarifArtifact `json:"originalUriBaseIds"`
	ColumnKind  string                   `json:"columnKind"`
	Results     []sarifResult            `json:"results"`
}

type sarifTool struct {
	Driver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	} `json:"driver"`
}

type sarifRule struct {
	ID               string      `json:"id"`
	ShortDescription sarifText   `json:"shortDescription"`
	FullDescription  sarifText   `json:"fullDescription"`
	Help             sarifText   `json:"help"`
	HelpURI          string      `json:"helpUri,omitempty"`
	Default          sarifConfig `json:"defaultConfiguration"`
}

type sarifConfig struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	CodeFlows    []sarifCodeFlow   `json:"codeFlows,omitempty"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI         string     `json:"uri,omitempty"`
	BaseID      string     `json:"uriBaseId,omitempty"`
	Description *sarifText `json:"description,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifCodeFlow struct {
	ThreadFlows []sarifThreadFlow `json:"threadFlows"`
}

type sarifThreadFlow struct {
	Locations []sarifStep `json:"locations"`
}

type sarifStep struct {
	Location sarifLocation `json:"location"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

var sarifLevels = map[string]string{"error": "error", "warning": "warning", "info": "note"}

// Print implements [Printer]. Everything goes to the first writer.
func (s *sarifPrinter) Print(out, _ io.Writer, r *finding.Report) error {
	run := sarifRun{
		Invocations: []sarifInvocation{{Successful: len(r.Problems) == 0}},
		Bases:       map[string]sarifArtifact{root: {Description: &sarifText{Text: "The root of the repository."}}},
		ColumnKind:  "utf16CodeUnits",
		Results:     []sarifResult{},
	}
	driver := &run.Tool.Driver
	driver.Name = "shutdownlint"
	if number, ok := strings.CutPrefix(s.Version, "v"); ok { // else it is not a released one
		driver.Version = number
	}
	driver.InformationURI = "https://github.com/shutdownlint/shutdownlint"
	driver.Rules = s.rules(r.Findings)
	for _, p := range r.Problems {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, s.notification(p))
	}
	for _, f := range r.Findings {
		run.Results = append(run.Results, s.result(f, driver.Rules))
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// rules describes all categories, and those of the findings that are nobody's own.
func (s *sarifPrinter) rules(findings []finding.Finding) []sarifRule {
	list := []sarifRule{}
	for _, r := range s.Rules {
		list = append(list, sarifRule{
			ID:               r.Name + "/" + r.Category,
			ShortDescription: sarifText{Text: r.Summary + ": " + strings.ReplaceAll(r.Category, "-", " ") + "."},
			FullDescription:  sarifText{Text: strings.Join(strings.Fields(r.Text), " ")},
			Help:             sarifText{Text: r.Text + "\n\n" + r.URL, Markdown: r.Text + "\n\n[More about it](" + r.URL + ")"},
			HelpURI:          r.URL,
			Default:          sarifConfig{sarifLevels[r.Tier]},
		})
	}
	for _, f := range findings {
		if slices.ContainsFunc(list, func(r sarifRule) bool { return r.ID == label(f) }) {
			continue
		}
		what := sarifText{Text: strings.ReplaceAll(strings.ReplaceAll(label(f), "/", ": "), "-", " ") + "."}
		list = append(list, sarifRule{label(f), what, what, what, f.URL, sarifConfig{sarifLevels[f.Tier]}})
	}
	return list
}

func (s *sarifPrinter) notification(p finding.Problem) sarifNotification {
	n := sarifNotification{Level: "error", Message: sarifText{Text: p.Message}}
	switch {
	case p.File != "":
		n.Locations = []sarifLocation{s.location(p.Position, finding.Position{})}
	case p.Package != "":
		n.Message.Text = p.Package + ": " + p.Message
	}
	return n
}

func (s *sarifPrinter) result(f finding.Finding, rules []sarifRule) sarifResult {
	here := s.location(f.Start, f.End)
	out := sarifResult{
		RuleID: label(f), Level: sarifLevels[f.Tier], Message: sarifText{Text: f.Message}, Locations: []sarifLocation{here},
		RuleIndex: slices.IndexFunc(rules, func(r sarifRule) bool { return r.ID == label(f) }),
	}
	if f.Fingerprint != "" {
		out.Fingerprints = map[string]string{"shutdownlint/v1": f.Fingerprint}
	}
	var steps []sarifStep
	for _, t := range f.Trace {
		step := s.location(t.Position, finding.Position{})
		step.Message = &sarifText{Text: t.Message}
		steps = append(steps, sarifStep{step})
	}
	if len(steps) > 0 {
		here.Message = &sarifText{Text: f.Message}
		out.CodeFlows = []sarifCodeFlow{{[]sarifThreadFlow{{append(steps, sarifStep{here})}}}}
	}
	for _, x := range f.Fixes {
		if changes, ok := s.changes(x); ok {
			out.Fixes = append(out.Fixes, sarifFix{sarifText{Text: x.Title}, changes})
		}
	}
	return out
}

// location gives a range, whose end may be unknown.
func (s *sarifPrinter) location(start, end finding.Position) sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{Artifact: s.artifact(start.File)}}
	if start.Line == 0 {
		return out
	}
	region := &sarifRegion{StartLine: start.Line, StartColumn: s.column(start)}
	if end.Line > start.Line || end.Line == start.Line && end.Column > start.Column {
		region.EndLine, region.EndColumn = end.Line, s.column(end)
	}
	out.Physical.Region = region
	return out
}

// artifact names a file: relative to the root where it lies below, by its full address elsewhere.
func (s *sarifPrinter) artifact(file string) sarifArtifact {
	name, ok := s.inRoot(file)
	if ok {
		return sarifArtifact{URI: (&url.URL{Path: name}).String(), BaseID: root}
	}
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // a drive letter
	}
	return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: name}).String()}
}

// column counts a position's column as SARIF does, in UTF-16 code units. Where the source cannot be read, bytes have to do.
func (s *sarifPrinter) column(p finding.Position) int {
	lines := bytes.SplitN(s.source(p.File), []byte("\n"), p.Line+1)
	if p.Line > len(lines) || p.Line < 1 || p.Column < 1 || p.Column-1 > len(lines[p.Line-1]) {
		return p.Column
	}
	return units(lines[p.Line-1][:p.Column-1]) + 1
}

// units is the length of a text in UTF-16 code units.
func units(text []byte) int {
	n := 0
	for _, r := range string(text) {
		n += utf16.RuneLen(r)
	}
	return n
}

func (s *sarifPrinter) source(file string) []byte {
	text, ok := s.sources[file]
	if !ok {
		text, _ = s.ReadFile(filepath.FromSlash(file)) // without it, columns count bytes and fixes are left out
		s.sources[file] = text
	}
	return text
}

// changes gives the edits of a fix, file by file. It reports false if a file is not what it was when it was analysed.
func (s *sarifPrinter) changes(x finding.Fix) ([]sarifChange, bool) {
	var list []sarifChange
	for _, e := range x.Edits {
		text := s.source(e.File)
		if e.Start > e.End || e.End > len(text) {
			return nil, false
		}
		r := sarifReplacement{Inserted: sarifText{Text: e.New}}
		r.Deleted.StartLine, r.Deleted.StartColumn = offset(text, e.Start)
		r.Deleted.EndLine, r.Deleted.EndColumn = offset(text, e.End)
		artifact := s.artifact(e.File)
		i := slices.IndexFunc(list, func(c sarifChange) bool { return c.Artifact.URI == artifact.URI })
		if i < 0 {
			i = len(list)
			list = append(list, sarifChange{Artifact: artifact})
		}
		list[i].Replacements = append(list[i].Replacements, r)
	}
	return list, true
}

// offset turns a number of bytes into line and column.
func offset(text []byte, n int) (line, column int) {
	before := text[:n]
	return bytes.Count(before, []byte("\n")) + 1, units(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
}
