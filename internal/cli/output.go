package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/atomicfile"
	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/git"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// print writes the report in all formats that are asked for. Problems are told once: by the format on standard output, or on standard error
// where all formats go to files.
func (a *app) print(o *options, report *finding.Report, dir string) error {
	outputs, err := o.outputs()
	if err != nil {
		return err
	}
	if o.pathBase != "" {
		dir = o.root(dir)
	}
	options := printer.Options{Dir: dir, Root: o.root(dir), Version: buildVersion(), Rules: a.printerRules()}
	// Files come first: whoever reads standard output may close it.
	slices.SortStableFunc(outputs, func(x, y target) int { return cmp.Compare(y.file, x.file) })
	toStdout := false
	for _, t := range outputs {
		if t.file == "" {
			toStdout = true
			err = cmp.Or(err, a.printTo(a.stdout, a.stderr, t.format, o, options, report))
			continue
		}
		var buf bytes.Buffer
		fileErr := a.printTo(&buf, io.Discard, t.format, o, options, report)
		if fileErr == nil {
			fileErr = atomicfile.Write(t.file, buf.Bytes())
		}
		err = cmp.Or(err, fileErr)
	}
	if !toStdout {
		err = cmp.Or(err, printer.Problems(a.stderr, options, report))
	}
	return err
}

// printTo writes one format.
func (a *app) printTo(out, problems io.Writer, format string, o *options, options printer.Options, report *finding.Report) error {
	if o.diff {
		return printer.Problems(problems, options, report) // the patch stands for the findings
	}
	options.Color = useColor(o.color, out)
	p, err := printer.New(format, options)
	if err != nil {
		return err
	}
	return p.Print(out, problems, report)
}

// root is the folder that file names are relative to in formats for other programs: these know a repository and not where in it
// somebody has started shutdownlint.
func (o *options) root(dir string) string {
	if o.pathBase == "" {
		return cmp.Or(git.Root(dir), dir)
	}
	if abs, err := filepath.Abs(o.pathBase); err == nil {
		return abs
	}
	return o.pathBase
}

// printStats counts the findings.
func (a *app) printStats(report *finding.Report, filters []*filter) {
	tiers, rules := map[string]int{}, map[string]int{}
	for _, f := range report.Findings {
		tiers[f.Tier]++
		rules[strings.TrimSuffix(f.Rule+"/"+f.Category, "/")]++
	}
	var parts []string
	for _, tier := range []string{"error", "warning", "info"} {
		if n := tiers[tier]; n > 0 {
			parts = append(parts, strings.Replace(count(n, tier), "infos", "info", 1))
		}
	}
	fmt.Fprintf(a.stderr, "%s%s\n", count(len(report.Findings), "finding"), strings.TrimSuffix(": "+strings.Join(parts, ", "), ": "))
	names := slices.Sorted(maps.Keys(rules))
	slices.SortStableFunc(names, func(x, y string) int { return cmp.Compare(rules[y], rules[x]) })
	for _, name := range names {
		fmt.Fprintf(a.stderr, "%6d %s\n", rules[name], name)
	}
	for _, f := range filters {
		fmt.Fprintln(a.stderr, f)
	}
	if n := len(report.Problems); n > 0 {
		fmt.Fprintf(a.stderr, "%s kept packages from being analysed\n", count(n, "problem"))
	}
}

// count says how many there are of something.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// useColor decides whether the output is coloured: never for a file or pipe, and not if the user's environment says no, unless asked for.
func useColor(when string, w io.Writer) bool {
	f, ok := w.(*os.File)
	if when != "auto" {
		return when == "always"
	}
	return ok && os.Getenv("NO_COLOR") == "" && isTerminal(f)
}

// isTerminal reports whether people see what is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
