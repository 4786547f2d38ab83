// Package unit runs analyzers over one package at a time for the go command: it is the vet tool that go vet starts once a package.
//
// It does what the driver of x/tools does and three things that one cannot: it answers at once, before parsing, for packages that cannot
// matter; it takes types from the compiler's export data; and it leaves _test.go files out. What the go command expects is in
// docs/drivers.md.
package unit

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/facts"
	"github.com/shutdownlint/shutdownlint/internal/model"
)

// Asked reports whether these arguments come from the go command.
func Asked(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool { return arg == "-flags" || arg == "-V=full" || strings.HasSuffix(arg, ".cfg") })
}

// options are the flags of the vet tool that are not an analyzer's.
type options struct {
	json    bool
	fix     bool
	diff    bool
	tests   bool
	every   bool
	outside string

	unsafe      bool
	beside      string
	staticcheck bool
	contract    bool
}

// Main answers the go command: its questions for version and flags, or the analysis of one unit. It returns the exit code.
func Main(args []string, analyzers []*analysis.Analyzer, stdout, stderr io.Writer) int {
	if slices.Contains(args, "-V=full") {
		return exit(stderr, printVersion(stdout))
	}
	var o options
	set := flag.NewFlagSet("shutdownlint", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.BoolVar(&o.json, "json", false, "print findings as JSON")
	set.BoolVar(&o.fix, "fix", false, "apply the fix of each finding instead of printing it")
	set.BoolVar(&o.diff, "diff", false, "with -fix, print a diff instead of changing files")
	set.BoolVar(&o.tests, "tests", false, "read _test.go files, too")
	set.BoolVar(&o.every, "every", false, "report in all packages of the main module, imported or named")
	set.StringVar(&o.outside, "outside", "", "comma-separated `packages` outside the main module to report in")
	set.BoolVar(&o.unsafe, "unsafe-fixes", false, "offer fixes as well that may change what a program does that worked")
	set.Func("beside", "leave to these `tools` what they report themselves: "+strings.Join(Tools, ", "), o.setBeside)
	set.BoolVar(&o.staticcheck, "with-staticcheck", false, "run staticcheck's "+strings.Join(Staticcheck(), ", ")+", too")
	set.BoolVar(&o.contract, "contract", false, "with -json, tell what the package promises about the stop of its programs")
	addShared(set, analyzers)
	chosen := AddFlags(set, analyzers)
	if slices.Contains(args, "-flags") {
		return exit(stderr, printFlags(stdout, set))
	}
	if err := set.Parse(args); err != nil || set.NArg() != 1 {
		return refuse(stderr, args, err)
	}
	cfg, err := readConfig(set.Arg(0))
	if err != nil {
		return exit(stderr, err)
	}
	if cfg.Stdout != "" {
		f, err := os.Create(cfg.Stdout)
		if err != nil {
			return exit(stderr, err)
		}
		defer f.Close() // a write that failed was reported already
		stdout = f
	}
	countUnit()
	if o.tests {
		turnOn(withRequired(analyzers), "tests")
	}
	if o.unsafe {
		turnOn(analyzers, "unsafe-fixes")
	}
	u := &unit{cfg: cfg, options: o, stdout: stdout, stderr: stderr}
	found, err := u.analyse(chosen.Chosen())
	if err != nil {
		return exit(stderr, err)
	}
	if found {
		return 1
	}
	return 0
}

// refuse says what is wrong with the flags, once for each package that was named and not for all that it imports.
func refuse(stderr io.Writer, args []string, err error) int {
	if cfg, wrong := readConfig(args[len(args)-1]); wrong == nil && cfg.VetxOnly {
		return exit(stderr, (&unit{cfg: cfg}).answer())
	}
	fmt.Fprintf(stderr, "shutdownlint: %v\n", cmp.Or(err, errors.New("want flags and one file of the go command")))
	return 2
}

// ProgressVariable is the environment variable with the name of a file to which each unit adds a byte. The go command keeps results without
// regard to the environment, so it may differ from run to run.
const ProgressVariable = "SHUTDOWNLINT_PROGRESS"

// countUnit tells whoever waits that a unit has begun. It does not matter if that fails.
func countUnit() {
	name := os.Getenv(ProgressVariable)
	if name == "" {
		return
	}
	if f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0); err == nil {
		f.Write([]byte{'.'})
		f.Close()
	}
}

// exit prints an error, if there is one, and returns the exit code for it.
func exit(stderr io.Writer, err error) int {
	if err == nil {
		return 0
	}
	if wrong := (sourceError{}); errors.As(err, &wrong) || strings.HasPrefix(err.Error(), TooOld) {
		fmt.Fprintln(stderr, err) // the one as the compiler would, the other names the program itself
		return 1
	}
	fmt.Fprintf(stderr, "shutdownlint: %v\n", err)
	return 1
}

// printVersion tells which program this is by its contents: the go command's cache starts anew for another one.
func printVersion(w io.Writer) error {
	name, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // it is only read
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	// The file's own name may hold spaces, which the go command would take for the end of a word.
	_, err = fmt.Fprintf(w, "shutdownlint version devel buildID=%02x\n", h.Sum(nil))
	return err
}

// unit is one package on its way through the driver.
type unit struct {
	cfg     *Config
	options options
	stdout  io.Writer
	stderr  io.Writer
}

// analyse runs the facts and, where the unit is reported in, the rules. It reports whether plain text was printed.
func (u *unit) analyse(rules []*analysis.Analyzer) (found bool, err error) {
	named := u.outside()
	files := u.cfg.files(u.options.tests)
	if !u.worth(files, named) {
		return false, u.answer()
	}
	t, end := u.begin(files, named)
	defer end()
	if done, err := t.takeOver(named); done || err != nil {
		return false, err
	}
	l, err := load(u.cfg, files, u.options.parserMode())
	if wrong := (sourceError{}); errors.As(err, &wrong) && u.cfg.SucceedOnTypecheckFailure {
		return false, u.answer()
	}
	if err != nil {
		return false, err
	}
	own := withRequired(rules)
	for _, c := range u.options.companions() {
		rules = append(rules, c.analyzer)
	}
	if u.options.contract && u.options.json {
		rules = append(rules, model.ContractAnalyzer)
	}
	all := withRequired(rules)
	r, err := u.runner(l, all, named)
	if err != nil {
		return false, err
	}
	quiet := !u.reports(named)
	if quiet && t == nil { // the facts of companions are not worth the time
		all = slices.DeleteFunc(own, func(a *analysis.Analyzer) bool { return !makesFacts(a) })
	}
	var outcomes []*outcome
	for _, a := range all {
		outcomes = append(outcomes, r.run(a))
	}
	u.settle(l, outcomes)
	data, err := r.facts.encode()
	if err != nil {
		return false, err
	}
	t.leave(data, tree(l.fset, outcomes))
	if quiet {
		outcomes = slices.DeleteFunc(outcomes, func(out *outcome) bool { return !makesFacts(out.analyzer) })
	}
	if err := u.save(data); err != nil {
		return false, err
	}
	return u.print(l, outcomes)
}

// outside reports whether the unit lies outside the main module and is to be reported in all the same.
func (u *unit) outside() bool {
	return slices.Contains(strings.Split(u.options.outside, ","), u.cfg.path())
}

// scope says whose package the unit is.
func (u *unit) scope(named bool) facts.Scope { return facts.ScopeOf(u.cfg.path(), u.cfg.module(named)) }

// worth reports whether the unit is analysed at all, before anything is parsed.
func (u *unit) worth(files []string, named bool) bool {
	if len(files) == 0 {
		return false
	}
	switch u.scope(named) {
	case facts.Standard:
		return false
	case facts.ThirdParty:
		return matters(files)
	}
	return true
}

// reports says whether the rules run. It must not depend on whether the go command wants facts only: it keeps what a unit prints under
// a key without that, and would show nothing when the unit is named later. The exceptions are units that are never named: those
// compiled for the tests of another package, and packages with tests of their own, whose test variant speaks for them.
func (u *unit) reports(named bool) bool {
	switch {
	case u.scope(named) != facts.Main:
		return named
	case u.options.every || !u.cfg.VetxOnly:
		return true
	}
	return !u.cfg.isVariant() && !hasTests(u.cfg.Dir, u.cfg.GoFiles)
}

// hasTests reports whether the directory holds test files of the package itself, for which the go command makes a test variant.
func hasTests(dir string, files []string) bool {
	name := packageClause(files[0])
	tests, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	return err == nil && slices.ContainsFunc(tests, func(f string) bool { return packageClause(f) == name })
}

// makesFacts reports whether the analyzer exports facts, so that it runs even where nothing is reported.
func makesFacts(a *analysis.Analyzer) bool { return len(a.FactTypes) > 0 }

// runner prepares the analyzers' run: the facts of the direct imports are read.
func (u *unit) runner(l *loaded, all []*analysis.Analyzer, named bool) (*runner, error) {
	store, err := newFactStore(l.pkg, all)
	if err != nil {
		return nil, err
	}
	paths := make([]string, 0, len(u.cfg.PackageVetx))
	for path := range u.cfg.PackageVetx {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		if err := store.read(u.cfg.PackageVetx[path], func(path string) *types.Package { return l.deps[path] }); err != nil {
			return nil, fmt.Errorf("the facts of %s: %w", path, err)
		}
	}
	return &runner{cfg: u.cfg, unit: l, module: u.cfg.module(named), facts: store, done: map[*analysis.Analyzer]*outcome{}}, nil
}

// save writes the facts where the go command keeps them.
func (u *unit) save(facts []byte) error {
	if u.cfg.VetxOutput == "" {
		return nil
	}
	return os.WriteFile(u.cfg.VetxOutput, facts, 0o666)
}

// answer says that there is nothing: no facts, no findings, no fixes.
func (u *unit) answer() error {
	err := u.save(nil)
	if u.cfg.FixArchive != "" {
		err = cmp.Or(err, archive(u.cfg.FixArchive, u.cfg.ID, nil))
	}
	return err
}

// print says what came out, in the form that the flags ask for. It reports whether plain text was printed.
func (u *unit) print(l *loaded, outcomes []*outcome) (bool, error) {
	if u.options.json {
		return false, printJSON(u.stdout, u.cfg.ID, tree(l.fset, outcomes))
	}
	if !u.options.fix {
		return printPlain(u.stderr, l.fset, outcomes), nil
	}
	if u.cfg.VetxOnly && !u.options.diff {
		return false, nil // only the files of named packages change
	}
	p, err := plan(l.fset, outcomes)
	if err != nil {
		return false, err
	}
	for _, s := range p.Skipped {
		fmt.Fprintln(u.stderr, s)
	}
	switch {
	case u.options.diff:
		_, err = u.stdout.Write(p.Diff(u.cfg.inModule))
	case u.cfg.FixArchive != "":
		err = archive(u.cfg.FixArchive, u.cfg.ID, p)
	default:
		err = p.Write()
	}
	return false, err
}
