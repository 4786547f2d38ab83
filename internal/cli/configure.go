package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/shutdownlint/shutdownlint/deploy"
	"github.com/shutdownlint/shutdownlint/internal/config"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/internal/printer"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// parse reads the command line and the configuration that holds for the working directory, of which the command line wins. It changes to the
// directory that -C names.
func (a *app) parse(args []string) (*options, error) {
	o := a.newOptions()
	if err := o.read(args); err != nil {
		return nil, err
	}
	if o.dir != "" {
		if err := os.Chdir(o.dir); err != nil {
			return nil, err
		}
		o = a.newOptions() // globs are relative to the new directory
		if err := o.read(args); err != nil {
			return nil, err
		}
	}
	name, err := o.configFile()
	if err != nil {
		return nil, err
	}
	if name != "" {
		settings, err := config.Load(name, o.ruleFlags())
		if err != nil {
			return nil, err
		}
		given := o
		o = a.newOptions()
		if err := o.apply(settings); err != nil {
			return nil, err
		}
		o.config = name
		if err := o.read(args); err != nil {
			return nil, err
		}
		given.set.Visit(func(f *flag.Flag) { o.where[f.Name] = append(o.where[f.Name], commandLine) })
	}
	if err := o.readKnowledge(); err != nil {
		return nil, err
	}
	return o, o.check()
}

// configFile returns the name of the configuration file, relative to the working directory if that is shorter, or "" for none.
func (o *options) configFile() (string, error) {
	switch {
	case o.noConfig && o.config != "":
		return "", fmt.Errorf("-config and -no-config exclude each other")
	case o.noConfig:
		return "", nil
	case o.config != "":
		return o.config, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	name, err := config.Find(dir)
	if err != nil || name == "" {
		return "", err
	}
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return name, nil
	}
	return rel, nil
}

// ruleFlags are the flags of single rules, which a configuration may set as well.
func (o *options) ruleFlags() []string {
	var names []string
	o.set.VisitAll(func(f *flag.Flag) {
		if strings.Contains(f.Name, ".") && f.Name != knowledgeFlag {
			names = append(names, f.Name)
		}
	})
	return names
}

// apply sets flags as a configuration says. The errors name its lines.
func (o *options) apply(settings []config.Setting) error {
	o.phase = "configuration"
	var errs []error
	for _, s := range settings {
		f := o.set.Lookup(s.Flag)
		if f == nil {
			errs = append(errs, fmt.Errorf("%s: no rule has the setting %s", s.Where, s.Flag))
			continue
		}
		o.base = s.Dir
		if err := o.set.Set(s.Flag, s.Value); err != nil {
			errs = append(errs, fmt.Errorf("%s: %s: %s", s.Where, s.Flag, whatIsWrong(f, s.Value, err)))
		}
		o.where[s.Flag] = append(o.where[s.Flag], s.Where)
	}
	return errors.Join(errs...)
}

// place says for an error where a flag got its last value: in a line of the configuration, or on the command line.
func (o *options) place(name string) string {
	if where := o.where[name]; len(where) > 0 && where[len(where)-1] != commandLine {
		return where[len(where)-1] + ": " + name
	}
	return "-" + name
}

// whatIsWrong says why a flag does not take a value. The flag package says no more than "parse error".
func whatIsWrong(f *flag.Flag, value string, err error) string {
	getter, ok := f.Value.(flag.Getter)
	if !ok {
		return err.Error()
	}
	switch getter.Get().(type) {
	case time.Duration:
		return fmt.Sprintf("%q is no time: want one such as 30s", value)
	case bool:
		return fmt.Sprintf("%q: want true or false", value)
	}
	return err.Error()
}

// maxKnowledge is how many bytes of knowledge one argument of a process takes: Linux allows 128 KiB.
const maxKnowledge = 100 << 10

// readKnowledge hands what the files of -knowledge say to the flag that takes the lines themselves.
func (o *options) readKnowledge() error {
	if len(o.knowledge.values) == 0 {
		return nil
	}
	if o.given(knowledgeFlag) {
		return fmt.Errorf("-knowledge and -%s exclude each other", knowledgeFlag)
	}
	archive := new(txtar.Archive)
	for _, name := range o.knowledge.values {
		text, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("%s: %w", o.place("knowledge"), err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if strings.HasPrefix(line, "-- ") {
				return fmt.Errorf("%s:%d: a line begins with --", name, i+1)
			}
		}
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: text})
	}
	f := o.set.Lookup(knowledgeFlag)
	if err := o.set.Set(f.Name, string(txtar.Format(archive))); err != nil {
		return err
	}
	if n := len(f.Value.String()); n > maxKnowledge {
		return fmt.Errorf("-knowledge: %d bytes are too many: want at most %d", n, maxKnowledge)
	}
	return nil
}

// given reports whether a flag was set.
func (o *options) given(name string) bool {
	found := false
	o.set.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// categories are all categories that can be set, sorted as the rules are.
func (a *app) categories() []config.Category {
	var list []config.Category
	for _, r := range a.texts {
		for _, c := range slices.Concat(r.Categories, ruledoc.Comments) {
			list = append(list, config.Category{Rule: r.Name, Name: c.Name, Tier: c.Tier.String()})
		}
	}
	for _, c := range deploy.Categories {
		list = append(list, config.Category{Rule: c.Rule, Name: c.Name, Tier: c.Tier})
	}
	for _, rule := range deploy.Rules() {
		for _, c := range ruledoc.Comments {
			list = append(list, config.Category{Rule: rule, Name: c.Name, Tier: c.Tier.String()})
		}
	}
	for _, name := range unit.Staticcheck() {
		list = append(list, config.Category{Rule: name, Tier: ruledoc.Warning.String()})
	}
	return list
}

// printerRules are the rules as formats tell of them.
func (a *app) printerRules() []printer.Rule {
	var list []printer.Rule
	for i, r := range a.texts {
		for _, c := range r.Categories {
			list = append(list, printer.Rule{
				Name: r.Name, Category: c.Name, Tier: c.Tier.String(), Summary: r.Summary, Text: c.Text, URL: a.analyzers[i].URL + "#" + c.Name,
			})
		}
	}
	return list
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

// toolFlags are the flags of the vet tool: those of rules that were given, and those that stand for a flag of several rules. What is shown of
// the findings is not among them: all rules run, so that another choice is answered from the cache.
func (o *options) toolFlags(analyzers []*analysis.Analyzer) []string {
	given := map[string]string{}
	for _, a := range analyzers {
		if a.Flags.Lookup("info") != nil && (o.info || o.rules.Information(a.Name)) {
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
	if len(o.beside.values) > 0 {
		given["beside"] = o.beside.String()
	}
	if o.staticcheck {
		given["with-staticcheck"] = "true"
	}
	var flags []string
	for name, value := range given {
		flags = append(flags, "-"+name+"="+value)
	}
	slices.Sort(flags)
	return flags
}
