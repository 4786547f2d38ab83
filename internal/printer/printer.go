// Package printer writes the report of a run, one file a format.
package printer

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/nearest"
)

// Options are what printers need to know of the surroundings.
type Options struct {
	Dir     string // where people are: they are shown file names relative to it
	Root    string // formats for other programs have file names relative to it, such as a repository's folder
	Color   bool
	Version string // of shutdownlint
	Rules   []Rule // all categories of all rules
	// ReadFile gives the source that findings are shown with. Without it [os.ReadFile] does.
	ReadFile func(name string) ([]byte, error)
}

// Rule is what a format may tell of one category of a rule.
type Rule struct {
	Name     string
	Category string
	Tier     string
	Summary  string // of the rule, one line
	Text     string // of the category, as a Go doc comment
	URL      string
}

// Printer writes a whole report. Findings go to the first writer. A format for people puts problems on the second, one for programs puts
// everything on the first. The error is that of a writer.
type Printer interface {
	Print(out, problems io.Writer, r *finding.Report) error
}

// formats are the names of all formats, sorted, with what makes a printer.
var formats = []struct {
	name string
	make func(Options) Printer
}{
	{"checkstyle", func(o Options) Printer { return &checkstylePrinter{o} }},
	{"github", func(o Options) Printer { return &githubPrinter{o} }},
	{"gitlab", func(o Options) Printer { return &gitlabPrinter{o} }},
	{"json", func(o Options) Printer { return &jsonPrinter{o} }},
	{"oneline", func(o Options) Printer { return &onelinePrinter{o} }},
	{"sarif", func(o Options) Printer { return &sarifPrinter{Options: o, sources: map[string][]byte{}} }},
	{"text", func(o Options) Printer { return &textPrinter{Options: o, sources: map[string][]string{}} }},
}

// Formats returns the names of all formats, sorted.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// New returns the printer of a format. The error names the formats there are.
func New(format string, o Options) (Printer, error) {
	if o.ReadFile == nil {
		o.ReadFile = os.ReadFile
	}
	for _, f := range formats {
		if f.name == format {
			return f.make(o), nil
		}
	}
	if near := nearest.Name(format, Formats()); near != "" {
		return nil, fmt.Errorf("unknown format %q, did you mean %s?", format, near)
	}
	return nil, fmt.Errorf("unknown format %q: want one of %s", format, strings.Join(Formats(), ", "))
}

// inRoot returns the name of a file relative to the root, with slashes. It reports false for a file outside, whose name stays absolute.
func (o Options) inRoot(file string) (name string, ok bool) {
	rel, err := filepath.Rel(o.Root, file)
	if err != nil || !filepath.IsLocal(rel) {
		return filepath.ToSlash(file), false
	}
	return filepath.ToSlash(rel), true
}

// Problems writes what could not be analysed for people.
func Problems(w io.Writer, o Options, r *finding.Report) error {
	var buf bytes.Buffer
	for _, p := range r.Problems {
		fmt.Fprintf(&buf, "shutdownlint: %s\n", strings.TrimPrefix(o.problem(p), "shutdownlint ")) // its name once
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// Name returns how a file is shown: relative to the directory if that is shorter, with slashes.
func (o Options) Name(file string) string {
	rel, err := filepath.Rel(o.Dir, file)
	if err != nil || !filepath.IsAbs(file) || len(rel) >= len(file) {
		rel = file
	}
	return filepath.ToSlash(rel)
}

// place is a position as people and editors know it, with what is unknown left out.
func (o Options) place(p finding.Position) string {
	text := o.Name(p.File)
	for _, n := range []int{p.Line, p.Column} {
		if n == 0 {
			break
		}
		text += fmt.Sprintf(":%d", n)
	}
	return text
}

// problem says in one string what kept a package from being analysed.
func (o Options) problem(p finding.Problem) string {
	if p.File != "" {
		return o.place(p.Position) + ": " + p.Message
	}
	return strings.Join(slices.DeleteFunc([]string{p.Package, p.Message}, func(s string) bool { return s == "" }), ": ")
}

// tierColor is the colour of the message of a finding.
func tierColor(tier string) string {
	return cmp.Or(map[string]string{"error": red, "warning": yellow, "info": blue}[tier], red)
}
