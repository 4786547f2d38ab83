package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/config"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/internal/nearest"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// options are the settings of a run, from the configuration and the command line.
type options struct {
	set      *flag.FlagSet
	chosen   *unit.Selection
	patterns []string
	where    map[string][]string // by flag, where the configuration sets it
	phase    string              // of what is being read: configuration or command line
	base     string              // the folder that globs being read are relative to

	config, dir, tags, mod, format, color, failOn       string
	baseline, newFromRev, newFromMergeBase, pathBase    string
	noConfig, tests, fix, unsafeFixes, diff, info, json bool
	exitZero, stats, writeBaseline, staticcheck, v      bool
	code                                                bool
	procs                                               int
	grace                                               time.Duration
	rules                                               config.Rules
	output, knowledge, beside                           listFlag
	deploy                                              deployFlag
}

// generalFlags are the flags that no rule has, in the order of the help text.
var generalFlags = []string{
	"rules", "paths", "info", "grace", "tests", "knowledge", "deploy", "code", "beside", "with-staticcheck", "o", "json", "path-base", "color", "stats",
	"fail-on", "exit-zero", "baseline", "write-baseline", "new-from-rev", "new-from-merge-base", "fix", "unsafe-fixes", "diff", "config",
	"no-config", "tags", "mod", "C", "p", "v",
}

// newOptions declares the flags. A flag that passes something on to rules exists if a rule has it.
func (a *app) newOptions() *options {
	o := &options{set: flag.NewFlagSet("shutdownlint", flag.ContinueOnError), where: map[string][]string{}, base: "."}
	o.set.SetOutput(io.Discard)
	o.set.Usage = func() {}
	o.rules.Known = a.categories()
	o.output = listFlag{options: o, replace: true, refuse: func(text string) error { _, err := parseTarget(text); return err }}
	o.beside = listFlag{options: o, replace: true, known: unit.Tools}
	o.knowledge = listFlag{options: o}
	o.deploy.base = func() string { return o.base }
	o.declareStrings()
	o.declareSwitches()
	o.chosen = unit.AddFlags(o.set, a.analyzers)
	if o.set.Lookup(knowledgeFlag) != nil {
		o.set.Var(&o.knowledge, "knowledge", "`file` that says what functions of libraries do; may be repeated")
	}
	for _, an := range a.analyzers {
		if an.Flags.Lookup("info") != nil && o.set.Lookup("info") == nil {
			o.set.BoolVar(&o.info, "info", false, "show findings that are information only, too")
		}
		if an.Flags.Lookup("grace") != nil && o.set.Lookup("grace") == nil {
			o.set.DurationVar(&o.grace, "grace", 0, "the `time` a program is given between the signal to stop and the kill")
		}
	}
	return o
}

func (o *options) declareStrings() {
	for name, p := range map[string]*string{
		"config": &o.config, "C": &o.dir, "tags": &o.tags, "mod": &o.mod, "baseline": &o.baseline, "new-from-rev": &o.newFromRev,
		"new-from-merge-base": &o.newFromMergeBase, "path-base": &o.pathBase, "format": &o.format,
	} {
		o.set.StringVar(p, name, "", map[string]string{
			"config": "configuration `file`, instead of the nearest .shutdownlint.yml", "C": "change to `dir` first",
			"tags": "build `tags`, as in go build", "mod": "module `mode`, as in go build",
			"baseline":            "`file` of known findings, which are left out",
			"new-from-rev":        "only findings on lines changed since `revision`",
			"new-from-merge-base": "only findings on lines changed since the common ancestor with `branch`",
			"path-base":           "`dir` to which file names are relative; usually this one, and the repository's for other programs",
			"format":              "`format` of the standard output, the same as -o",
		}[name])
	}
	o.set.StringVar(&o.color, "color", "auto", "use colours `when`: auto, always, never")
	o.set.StringVar(&o.failOn, "fail-on", "info", "least `severity` for exit code 1: error, warning, info, never")
	o.set.IntVar(&o.procs, "p", 0, "analyse `n` packages at a time")
	output := "`FORMAT[=FILE]` to write, may be repeated: " + strings.Join(printer.Formats(), ", ")
	o.set.Var(&o.output, "o", output)
	o.set.Var(&o.output, "output", output)
	o.set.Var(&o.deploy, "deploy", "check what runs the programs, too: true, false, or `NAME=PACKAGE,...` for images, containers and units whose name does not tell")
	o.set.Var(&o.beside, "beside", "leave to these `tools` what they report: "+strings.Join(unit.Tools, ", "))
	o.set.Func("rules", "`settings` PATTERN=VALUE,... of rules, categories or patterns: off, on, error, warning, info",
		func(text string) error { return o.rules.Add(text, o.base, false) })
	o.set.Func("paths", "`settings` GLOB:PATTERN=VALUE,... or GLOB:VALUE for the files of a glob; may be repeated",
		func(text string) error { return o.rules.Add(text, o.base, true) })
}

func (o *options) declareSwitches() {
	for _, s := range []struct {
		value *bool
		name  string
		usage string
	}{
		{&o.noConfig, "no-config", "read no configuration file"},
		{&o.tests, "tests", "check _test.go files, too"},
		{&o.fix, "fix", "apply the safe fixes, print what remains"},
		{&o.unsafeFixes, "unsafe-fixes", "with -fix or -diff, apply fixes as well that may change what worked"},
		{&o.diff, "diff", "print what -fix would change, as a patch"},
		{&o.json, "json", "the same as -o=json"},
		{&o.exitZero, "exit-zero", "exit with 0 although there are findings"},
		{&o.stats, "stats", "count findings by rule at the end, on standard error"},
		{&o.writeBaseline, "write-baseline", "write the findings to the file of -baseline instead of printing them"},
		{&o.staticcheck, "with-staticcheck", "run staticcheck's SA1016, SA1017, SA2000 and SA5003, too"},
		{&o.v, "v", "say what is done, on standard error"},
	} {
		o.set.BoolVar(s.value, s.name, false, s.usage)
	}
	o.set.BoolVar(&o.code, "code", true, "with deploy, read the Go module around the files, too, and compare them with its programs")
}

// knowledgeFlag is the flag of the vet tool that takes the lines themselves.
const knowledgeFlag = "shutdownfacts.knowledge"

// listFlag is a flag that may be given more than once, or with commas between values that are known.
type listFlag struct {
	options *options
	values  []string
	known   []string                 // nil for any value
	refuse  func(value string) error // what is wrong with a value; nil if nothing can be
	replace bool                     // the command line replaces what the configuration says, and does not add to it
	phase   string                   // of the last value
}

// Set implements [flag.Value].
func (l *listFlag) Set(text string) error {
	if l.replace && l.phase != l.options.phase {
		l.values = nil
	}
	l.phase = l.options.phase
	if l.refuse != nil {
		if err := l.refuse(text); err != nil {
			return err
		}
	}
	if l.known == nil {
		l.values = append(l.values, text)
		return nil
	}
	for value := range strings.SplitSeq(text, ",") {
		if near := nearest.Name(value, l.known); !slices.Contains(l.known, value) && near != "" {
			return fmt.Errorf("unknown value %s, did you mean %s?", value, near)
		} else if !slices.Contains(l.known, value) {
			return fmt.Errorf("unknown value %s: want some of %s", value, strings.Join(l.known, ", "))
		}
		l.values = append(l.values, value)
	}
	return nil
}

// String implements [flag.Value].
func (l *listFlag) String() string { return strings.Join(l.values, ",") }

// commandLine stands for file and line where a flag was given there.
const commandLine = "the command line"

// read reads the command line. Flags may stand behind packages. An error says what is wrong and what may be meant.
func (o *options) read(args []string) error {
	o.phase, o.base = commandLine, "."
	o.patterns = nil
	var literal []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, literal = args[:i], args[i+1:]
	}
	for len(args) > 0 {
		if !strings.HasPrefix(args[0], "-") || args[0] == "-" {
			o.patterns = append(o.patterns, args[0])
			args = args[1:]
			continue
		}
		if err := o.set.Parse(args); err != nil {
			return o.explain(err)
		}
		args = o.set.Args()
	}
	o.patterns = append(o.patterns, literal...)
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	return nil
}

// explain says what is wrong with a flag.
func (o *options) explain(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return errors.New("run shutdownlint help")
	}
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		return err
	}
	var names []string
	o.set.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	if near := nearest.Name(name, names); near != "" {
		return fmt.Errorf("unknown flag -%s, did you mean -%s?", name, near)
	}
	return fmt.Errorf("unknown flag -%s: shutdownlint help lists the flags", name)
}

// check refuses values and combinations that make no sense.
func (o *options) check() error {
	var errs []error
	for _, c := range []struct {
		name, value string
		values      []string
	}{{"color", o.color, []string{"auto", "always", "never"}}, {"fail-on", o.failOn, []string{"error", "warning", "info", "never"}}} {
		if !slices.Contains(c.values, c.value) {
			errs = append(errs, o.invalid(c.name, c.value, c.values))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	outputs, err := o.outputs()
	if err == nil {
		err = o.checkPlaces(outputs)
	}
	switch {
	case err != nil:
		return err
	case o.grace < 0:
		return o.invalid("grace", o.grace.String(), []string{"a time above 0"})
	case o.procs < 0:
		return o.invalid("p", strconv.Itoa(o.procs), []string{"a number above 0"})
	case o.diff && (len(outputs) > 1 || outputs[0] != target{format: "text"}):
		return errors.New("-diff prints a patch and no other format")
	case o.unsafeFixes && !o.fix && !o.diff:
		return errors.New("-unsafe-fixes goes with -fix or -diff")
	case o.newFromRev != "" && o.newFromMergeBase != "":
		return errors.New("-new-from-rev and -new-from-merge-base exclude each other")
	case o.writeBaseline && (o.fix || o.diff):
		return errors.New("-write-baseline goes neither with -fix nor with -diff")
	}
	for _, p := range o.patterns {
		if slices.Contains([]string{"run", "check", "lint"}, p) && !exists(p) { // as in other linters
			return fmt.Errorf("there is no command %s: packages are checked without one, and ./... names all", p)
		}
		if near := nearest.Name(p, commandNames()); near != "" && !exists(p) {
			return fmt.Errorf("unknown command %s, did you mean %s?", p, near)
		}
	}
	return nil
}

// checkPlaces refuses files in folders that do not exist, before anything is analysed.
func (o *options) checkPlaces(outputs []target) error {
	if o.writeBaseline {
		outputs = append(outputs, target{"-baseline", o.baselineFile()})
	}
	for _, t := range outputs {
		if dir := filepath.Dir(t.file); t.file != "" && !isFolder(dir) {
			return fmt.Errorf("%s=%s: there is no folder %s", t.format, t.file, dir)
		}
	}
	if o.pathBase != "" && !isFolder(o.pathBase) {
		return fmt.Errorf("%s: there is no folder %s", o.place("path-base"), o.pathBase)
	}
	return nil
}

// invalid is the error of a value that a flag does not have.
func (o *options) invalid(name, value string, values []string) error {
	place := o.place(name)
	if near := nearest.Name(value, values); near != "" {
		return fmt.Errorf("%s is %q, did you mean %s?", place, value, near)
	}
	if len(values) == 1 {
		return fmt.Errorf("%s is %q: want %s", place, value, values[0])
	}
	return fmt.Errorf("%s is %q: want one of %s", place, value, strings.Join(values, ", "))
}

// target is where one format goes: to a file, or to standard output.
type target struct{ format, file string }

// outputs are the formats to write. One at most goes to standard output.
func (o *options) outputs() ([]target, error) {
	list := o.allOutputs()
	if len(list) == 0 {
		list = []string{"text"}
	}
	return targets(list)
}

// allOutputs are the formats that are asked for, by whatever flag.
func (o *options) allOutputs() []string {
	list := slices.Clone(o.output.values)
	if o.output.phase != commandLine && (o.diff || o.json || o.format != "") { // these win over what the configuration prints
		list = slices.DeleteFunc(list, func(text string) bool { return o.diff || !strings.Contains(text, "=") })
	}
	if o.format != "" {
		list = append(list, o.format)
	}
	if o.json {
		list = append(list, "json")
	}
	return slices.Compact(list)
}

// targets takes values of -o apart.
func targets(list []string) ([]target, error) {
	var out []target
	for _, text := range list {
		t, err := parseTarget(text)
		if err != nil {
			return nil, fmt.Errorf("-o: %w", err)
		}
		if i := slices.IndexFunc(out, func(other target) bool { return filepath.Clean(other.file) == filepath.Clean(t.file) }); i >= 0 {
			return nil, fmt.Errorf("-o: %s and %s go to the same place", out[i].format, t.format)
		}
		out = append(out, t)
	}
	return out, nil
}

// standardOutput are names of files that mean standard output. Replacing it by a file would lose what it was redirected to.
var standardOutput = []string{"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}

// parseTarget reads FORMAT or FORMAT=FILE.
func parseTarget(text string) (target, error) {
	format, file, toFile := strings.Cut(text, "=")
	if _, err := printer.New(format, printer.Options{}); err != nil {
		return target{}, err
	}
	if toFile && file == "" {
		return target{}, fmt.Errorf("%s names no file", text)
	}
	if slices.Contains(standardOutput, file) {
		file = ""
	}
	return target{format, file}, nil
}

// isFolder reports whether a name is that of a folder.
func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

func commandNames() []string {
	return []string{"config", "contract", "deploy", "explain", "help", "init", "rules", "version"}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// information reports whether a rule's information is asked for.
func (o *options) information(a *analysis.Analyzer) bool {
	f := a.Flags.Lookup("info")
	return o.info || f != nil && f.Value.String() == "true"
}
