// Package ruledoc reads a rule's one text, the package comment of its doc.go. The rule page, the table in the README, the help of the
// analyzer and the tiers of its categories all come from it.
//
// The comment has these headings, in this order:
//
//	# Analyzer NAME
//	NAME: verb phrase
//	why it matters
//	# Category NAME: error, warning or info
//	# Not reported
//	# Limits
//	# How to fix
//	# References
package ruledoc

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
)

// Tier is how sure a finding is: what always fails, what fails under a condition seen only in part, and what is worth knowing.
type Tier int

// The tiers. The zero Tier stands for the category's own.
const (
	Error Tier = iota + 1
	Warning
	Info
)

func (t Tier) String() string { return [...]string{"", "error", "warning", "info"}[t] }

// ParseTier is the inverse of String.
func ParseTier(s string) (Tier, error) {
	for t := Error; t <= Info; t++ {
		if t.String() == s {
			return t, nil
		}
	}
	return 0, fmt.Errorf("%q is not a tier: want error, warning or info", s)
}

// Rule is a rule's text.
type Rule struct {
	Name       string
	Summary    string // a verb phrase: what the rule checks
	Why        string
	Categories []Category
	Sections   []Section // what follows the categories
}

// Category is one precise problem that a rule reports.
type Category struct {
	Name string
	Tier Tier
	Text string
}

// Section is a titled part of the text.
type Section struct {
	Title string
	Text  string
}

// Titles are the sections that every rule has after its categories.
var Titles = []string{"Not reported", "Limits", "How to fix", "References"}

// Category returns the category of that name, or nil.
func (r *Rule) Category(name string) *Category {
	for i := range r.Categories {
		if r.Categories[i].Name == name {
			return &r.Categories[i]
		}
	}
	return nil
}

// Parse reads the source of a doc.go. The error says what is missing.
func Parse(source string) (*Rule, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return nil, err
	}
	if f.Doc == nil {
		return nil, fmt.Errorf("doc.go of %s has no package comment", f.Name.Name)
	}
	r := &Rule{}
	for _, part := range strings.Split("\n"+f.Doc.Text(), "\n# ")[1:] {
		title, text, _ := strings.Cut(part, "\n")
		if err := r.add(strings.TrimSpace(title), strings.TrimSpace(text)); err != nil {
			return nil, fmt.Errorf("doc.go of %s: %w", f.Name.Name, err)
		}
	}
	if r.Name != f.Name.Name {
		return nil, fmt.Errorf("doc.go of %s documents the analyzer %q", f.Name.Name, r.Name)
	}
	return r, r.complete()
}

func (r *Rule) add(title, text string) error {
	if name, ok := strings.CutPrefix(title, "Analyzer "); ok {
		head, rest, _ := strings.Cut(text, "\n")
		summary, ok := strings.CutPrefix(head, name+": ")
		if !ok {
			return fmt.Errorf("the line below the heading of %s does not begin with %q", name, name+": ")
		}
		r.Name, r.Summary, r.Why = name, summary, strings.TrimSpace(rest)
		return nil
	}
	if rest, ok := strings.CutPrefix(title, "Category "); ok {
		name, tier, _ := strings.Cut(rest, ": ")
		t, err := ParseTier(tier)
		if err != nil {
			return fmt.Errorf("category %s: %w", name, err)
		}
		r.Categories = append(r.Categories, Category{name, t, text})
		return nil
	}
	r.Sections = append(r.Sections, Section{title, text})
	return nil
}

func (r *Rule) complete() error {
	if len(r.Categories) == 0 {
		return fmt.Errorf("%s has no category", r.Name)
	}
	for i, title := range Titles {
		if i >= len(r.Sections) || r.Sections[i].Title != title {
			return fmt.Errorf("%s: section %d is not %q", r.Name, i+1, title)
		}
	}
	return nil
}
