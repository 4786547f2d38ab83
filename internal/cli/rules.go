package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// category is the heading of one category in a rule's text: name and tier.
var category = regexp.MustCompile(`(?m)^# Category ([a-z0-9-]+): (error|warning|info)$`)

// tier tells how severe a category of a rule is, as the rule's text says.
func (a *app) tier(rule, name string) string {
	for _, an := range a.analyzers {
		for _, m := range category.FindAllStringSubmatch(an.Doc, -1) {
			if an.Name == rule && m[1] == name {
				return m[2]
			}
		}
	}
	return "error"
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
	for _, an := range a.analyzers {
		fmt.Fprintf(a.stdout, "%s: %s\n", an.Name, summary(an))
		for _, m := range category.FindAllStringSubmatch(an.Doc, -1) {
			fmt.Fprintf(a.stdout, "    %-8s %s\n", m[2], m[1])
		}
	}
	return exitClean
}

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
	for _, an := range a.analyzers {
		r := jsonRule{Name: an.Name, Summary: summary(an), URL: an.URL, Categories: []jsonCategory{}}
		for _, m := range category.FindAllStringSubmatch(an.Doc, -1) {
			r.Categories = append(r.Categories, jsonCategory{m[1], m[2]})
		}
		list = append(list, r)
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
	name, cat, one := strings.Cut(args[0], "/")
	an, err := a.rule(name)
	if err != nil {
		return a.usageError(err)
	}
	if !one {
		fmt.Fprintln(a.stdout, strings.TrimSpace(an.Doc))
		return exitClean
	}
	var names []string
	for _, m := range category.FindAllStringSubmatchIndex(an.Doc, -1) {
		if an.Doc[m[2]:m[3]] == cat {
			text, _, _ := strings.Cut(an.Doc[m[1]:], "\n# ")
			fmt.Fprintf(a.stdout, "%s/%s (%s)\n\n%s\n", an.Name, cat, an.Doc[m[4]:m[5]], strings.TrimSpace(text))
			return exitClean
		}
		names = append(names, an.Doc[m[2]:m[3]])
	}
	if near := nearest(cat, names); near != "" {
		return a.usageError(fmt.Errorf("%s has no category %s, did you mean %s?", name, cat, near))
	}
	return a.usageError(fmt.Errorf("%s has no category %s: it has %s", name, cat, strings.Join(names, ", ")))
}

// rule returns the rule of this name. The error says which may be meant.
func (a *app) rule(name string) (*analysis.Analyzer, error) {
	for _, an := range a.analyzers {
		if an.Name == name {
			return an, nil
		}
	}
	if near := nearest(name, a.ruleNames()); near != "" {
		return nil, fmt.Errorf("unknown rule %s, did you mean %s?", name, near)
	}
	return nil, fmt.Errorf("unknown rule %s: shutdownlint rules lists them", name)
}
