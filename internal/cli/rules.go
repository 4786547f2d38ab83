package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/deploy"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/internal/nearest"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// texts returns the texts of all rules, in the order of the rules. An error is a fault of this program.
func texts(analyzers []*analysis.Analyzer) ([]*ruledoc.Rule, error) {
	var all []*ruledoc.Rule
	for _, a := range analyzers {
		rule, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", a.Name, err)
		}
		all = append(all, rule)
	}
	return all, nil
}

// tier tells how severe a category of a rule is, as the rule's text says. A finding of an unknown category counts as an error, one of
// another tool as a warning.
func (a *app) tier(rule, category string) string {
	if slices.Contains(unit.Staticcheck(), rule) {
		return ruledoc.Warning.String()
	}
	for _, r := range a.texts {
		if c := r.Category(category); r.Name == rule && c != nil {
			return c.Tier.String()
		}
	}
	return ruledoc.Error.String()
}

// rules lists the rules with their categories.
func (a *app) rules(args []string) int {
	set := flag.NewFlagSet("rules", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	asJSON := set.Bool("json", false, "print JSON")
	if err := set.Parse(args); err != nil {
		return a.usageError(fmt.Errorf("rules: %w", err))
	}
	if set.NArg() > 0 {
		return a.usageError(fmt.Errorf("rules takes no arguments, but got %s; did you mean explain %[1]s?", set.Arg(0)))
	}
	if *asJSON {
		return a.rulesJSON()
	}
	for _, r := range a.texts {
		fmt.Fprintf(a.stdout, "%s: %s\n", r.Name, r.Summary)
		for _, c := range r.Categories {
			fmt.Fprintf(a.stdout, "    %-8s %s\n", c.Tier, c.Name)
		}
	}
	return exitClean
}

// rulesJSON lists the rules for programs.
func (a *app) rulesJSON() int {
	type jsonCategory struct {
		Name string `json:"name"`
		Tier string `json:"tier"`
	}
	type jsonRule struct {
		Name       string         `json:"name"`
		Summary    string         `json:"summary"`
		URL        string         `json:"url"`
		Categories []jsonCategory `json:"categories"`
	}
	list := []jsonRule{}
	for i, r := range a.texts {
		out := jsonRule{Name: r.Name, Summary: r.Summary, URL: a.analyzers[i].URL, Categories: []jsonCategory{}}
		for _, c := range r.Categories {
			out.Categories = append(out.Categories, jsonCategory{c.Name, c.Tier.String()})
		}
		list = append(list, out)
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	if err := enc.Encode(list); err != nil {
		fmt.Fprintf(a.stderr, "shutdownlint: %v\n", err)
		return exitIncomplete
	}
	return exitClean
}

// explain prints what a rule's page says, whole or of one category.
func (a *app) explain(args []string) int {
	if len(args) != 1 {
		return a.usageError(fmt.Errorf("explain wants one rule, or rule/category: shutdownlint rules lists them"))
	}
	name, category, one := strings.Cut(args[0], "/")
	if slices.ContainsFunc(deploy.Categories, func(c deploy.Category) bool { return c.Rule == name && (!one || c.Name == category) }) {
		fmt.Fprintf(a.stdout, "%s is about the files that run programs: %s%s\n", args[0], deploy.Pages, name)
		return exitClean
	}
	r, err := a.rule(name)
	if err != nil {
		return a.usageError(err)
	}
	if !one {
		fmt.Fprintln(a.stdout, r.Doc)
		return exitClean
	}
	if c := r.Category(category); c != nil {
		fmt.Fprintf(a.stdout, "%s/%s (%s)\n\n%s\n", r.Name, c.Name, c.Tier, c.Text)
		return exitClean
	}
	var names []string
	for _, c := range r.Categories {
		names = append(names, c.Name)
	}
	if near := nearest.Name(category, names); near != "" {
		return a.usageError(fmt.Errorf("%s has no category %s, did you mean %s?", name, category, near))
	}
	return a.usageError(fmt.Errorf("%s has no category %s: it has %s", name, category, strings.Join(names, ", ")))
}

// rule returns the text of the rule of this name. The error says which may be meant.
func (a *app) rule(name string) (*ruledoc.Rule, error) {
	var names []string
	for _, r := range a.texts {
		if r.Name == name {
			return r, nil
		}
		names = append(names, r.Name)
	}
	for _, r := range a.texts {
		if slices.ContainsFunc(r.Categories, func(c ruledoc.Category) bool { return c.Name == name }) {
			return nil, fmt.Errorf("unknown rule %s, did you mean the category %s/%[1]s?", name, r.Name)
		}
	}
	if near := nearest.Name(name, names); near != "" {
		return nil, fmt.Errorf("unknown rule %s, did you mean %s?", name, near)
	}
	return nil, fmt.Errorf("unknown rule %s: shutdownlint rules lists them", name)
}
