// Package ruledoc reads the one text of a rule: the package comment of its doc.go. The text that help and explain print, the page under
// docs/rules and the row of the README's table are all made from it, so none of them can say something else.
//
// The comment is a Go doc comment of this form, where a paragraph may be any number of paragraphs and snippets:
//
//	Package NAME finds ...
//
//	# Analyzer NAME
//
//	NAME: check that ...
//
//	Why it matters, with a wrong and a right snippet.
//
//	# Category KEBAB-CASE: error
//
//	When it is reported, what then happens when the process is told to stop, and the way out. The tier is error, warning or info. A
//	finding may have another tier than its category; the text says when.
//
//	# Not reported
//
//	The deliberate silences.
//
//	# Limits
//
//	What cannot be seen.
//
//	# How to fix
//
//	# References
package ruledoc

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// Tier is how severe a finding is. The zero Tier stands for that of the finding's category.
type Tier int

// The tiers, most severe first.
const (
	Error   Tier = iota + 1 // the failure is certain once the condition holds
	Warning                 // the failure depends on what the analysis sees only in part
	Info                    // off by default
)

// String returns the name of the tier, or nothing for the zero Tier.
func (t Tier) String() string { return [...]string{"", "error", "warning", "info"}[t] }

// ParseTier is the inverse of String.
func ParseTier(name string) (Tier, error) {
	for t := Error; t <= Info; t++ {
		if t.String() == name {
			return t, nil
		}
	}
	return 0, fmt.Errorf("%q is not a tier: want error, warning or info", name)
}

// Titles are the titles of the sections that follow the categories, in their order.
var Titles = []string{"Not reported", "Limits", "How to fix", "References"}

// Rule is the text of a rule.
type Rule struct {
	Name       string
	Summary    string // the verb phrase behind "NAME: "
	Doc        string // the whole text from the summary line on
	Why        string
	Categories []Category
	Sections   []Section
}

// Category is a precise sub-problem of a rule.
type Category struct {
	Name string
	Tier Tier
	Text string
}

// Section is one of [Titles] with what it says.
type Section struct {
	Title string
	Text  string
}

// Category returns the category of this name, or nil. Those of [Comments] belong to every rule.
func (r *Rule) Category(name string) *Category {
	for _, list := range [][]Category{r.Categories, Comments} {
		if i := slices.IndexFunc(list, func(c Category) bool { return c.Name == name }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// Comments are the categories that every rule has beside those of its text: what can be wrong with a comment that is to silence it.
// docs/ignoring.md explains them.
var Comments = []Category{
	{"bare-ignore", Error, "A comment that is to silence a finding gives no reason. It has no effect until it does."},
	{"unknown-ignore", Error, "A comment that is to silence a finding names a rule or category that does not exist."},
	{"unused-ignore", Warning, "A comment silences a rule where the rule reports nothing. It is reported only if the rule ran."},
}

// Section returns the text of the section of this title, or nothing.
func (r *Rule) Section(title string) string {
	for _, s := range r.Sections {
		if s.Title == title {
			return s.Text
		}
	}
	return ""
}

// Parse reads the source of a rule's doc.go. The error says what is missing.
func Parse(source string) (*Rule, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return nil, err
	}
	name := f.Name.Name
	_, doc, ok := strings.Cut("\n"+f.Doc.Text(), "\n# Analyzer ")
	if !ok {
		return nil, fmt.Errorf("doc.go of %s: the package comment has no heading \"# Analyzer %[1]s\"", name)
	}
	heading, doc, _ := strings.Cut(doc, "\n")
	if heading != name {
		return nil, fmt.Errorf("doc.go of %s documents the analyzer %q", name, heading)
	}
	r, err := FromDoc(doc)
	if err != nil {
		return nil, fmt.Errorf("doc.go of %s: %w", name, err)
	}
	if r.Name != name {
		return nil, fmt.Errorf("doc.go of %s: the line below the heading does not begin with %q", name, name+": ")
	}
	return r, nil
}

var (
	summaryLine = regexp.MustCompile(`^([a-z][a-z0-9]*): (\S.*)$`)
	category    = regexp.MustCompile(`^Category ([a-z][a-z0-9]*(?:-[a-z0-9]+)*): (\S+)$`)
)

// FromDoc reads the text of a rule from its summary line on, which is what the Doc of its analyzer holds. The error says what is missing.
func FromDoc(doc string) (*Rule, error) {
	doc = strings.TrimSpace(doc)
	parts := strings.Split("\n"+doc, "\n# ")
	first, why, _ := strings.Cut(strings.TrimSpace(parts[0]), "\n")
	m := summaryLine.FindStringSubmatch(first)
	if m == nil {
		return nil, fmt.Errorf("the line %q does not begin with \"NAME: \"", first)
	}
	r := &Rule{Name: m[1], Summary: m[2], Doc: doc, Why: strings.TrimSpace(why)}
	for _, part := range parts[1:] {
		title, text, _ := strings.Cut(part, "\n")
		if err := r.add(title, strings.TrimSpace(text)); err != nil {
			return nil, err
		}
	}
	return r, r.complete()
}

// add adds what stands under one heading.
func (r *Rule) add(title, text string) error {
	if text == "" {
		return fmt.Errorf("nothing stands under the heading %q", title)
	}
	m := category.FindStringSubmatch(title)
	if m == nil {
		r.Sections = append(r.Sections, Section{title, text})
		return nil
	}
	tier, err := ParseTier(m[2])
	switch {
	case err != nil:
		return fmt.Errorf("category %s: %w", m[1], err)
	case r.Category(m[1]) != nil:
		return fmt.Errorf("there are two categories %s", m[1])
	case len(r.Sections) > 0:
		return fmt.Errorf("category %s stands behind the section %q", m[1], r.Sections[0].Title)
	}
	r.Categories = append(r.Categories, Category{m[1], tier, text})
	return nil
}

// complete says what a text lacks.
func (r *Rule) complete() error {
	if r.Why == "" {
		return errors.New("nothing says why the rule matters")
	}
	if len(r.Categories) == 0 {
		return errors.New("the rule has no category")
	}
	for i, title := range Titles {
		if i >= len(r.Sections) || r.Sections[i].Title != title {
			return fmt.Errorf("section %d is not %q", i+1, title)
		}
	}
	if len(r.Sections) > len(Titles) {
		return fmt.Errorf("unknown section %q", r.Sections[len(Titles)].Title)
	}
	return nil
}
