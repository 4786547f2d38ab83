package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/internal/nearest"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// options are the flags of a run.
type options struct {
	set      *flag.FlagSet
	rules    *unit.Selection
	patterns []string

	dir    string
	tags   string
	mod    string
	procs  int
	tests  bool
	fix    bool
	diff   bool
	info   bool
	grace  time.Duration
	json   bool
	format string
	color  string
	v      bool
}

// generalFlags are the flags that no rule has, in the order of the help text.
var generalFlags = []string{"json", "format", "color", "fix", "diff", "info", "grace", "tests", "tags", "mod", "C", "p", "v"}

// newOptions declares the flags. A flag that passes something on to rules exists if a rule has it.
func newOptions(analyzers []*analysis.Analyzer) *options {
	o := &options{set: flag.NewFlagSet("shutdownlint", flag.ContinueOnError)}
	o.set.SetOutput(io.Discard)
	o.set.Usage = func() {}
	o.set.StringVar(&o.dir, "C", "", "change to `dir` first")
	o.set.StringVar(&o.tags, "tags", "", "build tags, as in go build")
	o.set.StringVar(&o.mod, "mod", "", "module `mode`, as in go build")
	o.set.IntVar(&o.procs, "p", 0, "analyse `n` packages at a time")
	o.set.BoolVar(&o.tests, "tests", false, "check _test.go files, too")
	o.set.BoolVar(&o.fix, "fix", false, "apply suggested fixes, print what remains")
	o.set.BoolVar(&o.diff, "diff", false, "print what -fix would change, as a patch")
	o.set.BoolVar(&o.json, "json", false, "the same as -format=json")
	o.set.StringVar(&o.format, "format", "text", "`format` of the output: "+strings.Join(printer.Formats(), ", "))
	o.set.StringVar(&o.color, "color", "auto", "use colours `when`: auto, always, never")
	o.set.BoolVar(&o.v, "v", false, "say what is done, on standard error")
	o.rules = unit.AddFlags(o.set, analyzers)
	for _, a := range analyzers {
		if a.Flags.Lookup("info") != nil && o.set.Lookup("info") == nil {
			o.set.BoolVar(&o.info, "info", false, "show findings that are information only, too")
		}
		if a.Flags.Lookup("grace") != nil && o.set.Lookup("grace") == nil {
			o.set.DurationVar(&o.grace, "grace", 0, "the `time` a program is given between the signal to stop and the kill")
		}
	}
	return o
}

// parse reads the command line. Flags may stand behind packages. An error says what is wrong and what may be meant.
func (a *app) parse(args []string) (*options, error) {
	o := newOptions(a.analyzers)
	var literal []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, literal = args[:i], args[i+1:]
	}
	for len(args) > 0 {
		if !strings.HasPrefix(args[0], "-") {
			o.patterns = append(o.patterns, args[0])
			args = args[1:]
			continue
		}
		if err := o.set.Parse(args); err != nil {
			return nil, o.explain(err)
		}
		args = o.set.Args()
	}
	o.patterns = append(o.patterns, literal...)
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	if o.json {
		o.format = "json"
	}
	return o, o.check()
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
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return fmt.Errorf("-color is %q: want auto, always or never", o.color)
	}
	if _, err := printer.New(o.format, printer.Options{}); err != nil {
		return fmt.Errorf("-format: %w", err)
	}
	if o.diff && o.format != "text" {
		return errors.New("-diff prints a patch and no other format")
	}
	for _, p := range o.patterns {
		if near := nearest.Name(p, commandNames()); near != "" && !exists(p) {
			return fmt.Errorf("unknown command %s, did you mean %s?", p, near)
		}
	}
	return nil
}

func commandNames() []string { return []string{"explain", "help", "rules", "version"} }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// buildFlags are the flags that the go command takes for listing and vetting alike.
func (o *options) buildFlags() []string {
	var flags []string
	for _, name := range []string{"tags", "mod"} {
		if f := o.set.Lookup(name); f.Value.String() != "" {
			flags = append(flags, "-"+name+"="+f.Value.String())
		}
	}
	return flags
}

// vetFlags are the flags of go vet alone.
func (o *options) vetFlags() []string {
	if o.procs == 0 {
		return nil
	}
	return []string{"-p=" + strconv.Itoa(o.procs)}
}

// toolFlags are the flags of the vet tool: those of rules that were given, and those that stand for a flag of several rules. Choosing rules is
// not among them: all run, so that another choice is answered from the cache.
func (o *options) toolFlags(analyzers []*analysis.Analyzer) []string {
	given := map[string]string{}
	for _, a := range analyzers {
		if o.info && a.Flags.Lookup("info") != nil {
			given[a.Name+".info"] = "true"
		}
		if o.grace != 0 && a.Flags.Lookup("grace") != nil {
			given[a.Name+".grace"] = o.grace.String()
		}
	}
	o.set.Visit(func(f *flag.Flag) {
		if strings.Contains(f.Name, ".") {
			given[f.Name] = f.Value.String()
		}
	})
	var flags []string
	for name, value := range given {
		flags = append(flags, "-"+name+"="+value)
	}
	slices.Sort(flags)
	return flags
}
