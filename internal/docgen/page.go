package main

import (
	"fmt"
	"go/doc/comment"
	"os"
	"path/filepath"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// page is the page of a rule under construction.
type page struct {
	strings.Builder
	samples string // directory of the samples' module
}

// newPage writes the page of a rule.
func newPage(samples string, r *ruledoc.Rule, reports []printed) ([]byte, error) {
	p := &page{samples: samples}
	fmt.Fprintf(p, "<!-- written by go generate from passes/%s/doc.go and testdata/%[1]s -->\n\n", r.Name)
	fmt.Fprintf(p, "# %s\n\nThis rule %s.\n\n", r.Name, thirdPerson(r.Summary))
	if err := p.overview(r, reports); err != nil {
		return nil, err
	}
	p.prose(r.Why)
	for _, c := range r.Categories {
		if err := p.category(r, c, reports); err != nil {
			return nil, err
		}
	}
	for _, s := range r.Sections {
		if s.Title == "References" {
			p.suppress(r)
		}
		fmt.Fprintf(p, "## %s\n\n", s.Title)
		p.prose(s.Text)
	}
	return []byte(strings.TrimSpace(p.String()) + "\n"), nil
}

// thirdPerson turns the verb phrase "check that ..." into "checks that ...".
func thirdPerson(phrase string) string {
	verb, rest, _ := strings.Cut(phrase, " ")
	return verb + "s " + rest
}

// overview lists the categories in a table.
func (p *page) overview(r *ruledoc.Rule, reports []printed) error {
	fmt.Fprint(p, "| category | tier | by default | fix |\n|---|---|---|---|\n")
	for _, c := range r.Categories {
		usual, fix := "on", ""
		if c.Tier == ruledoc.Info {
			usual = "off, `-info` turns it on"
		}
		for _, f := range reports {
			if f.rule == r.Name && f.category == c.Name && f.fix {
				fix = "yes"
			}
		}
		rows, err := p.rows(r.Name + "/" + c.Name)
		if err != nil {
			return err
		}
		for _, cells := range rows {
			if fix == "" && strings.Trim(cells[5], " |\n") != "" {
				fix = "`-unsafe-fixes` turns it on"
			}
		}
		fmt.Fprintf(p, "| [%s](#%[1]s) | %s | %s | %s |\n", c.Name, c.Tier, usual, fix)
	}
	p.WriteByte('\n')
	return nil
}

// category writes what a category is about, a bad sample, what is printed for it, and a good sample.
func (p *page) category(r *ruledoc.Rule, c ruledoc.Category, reports []printed) error {
	fmt.Fprintf(p, "## %s\n\n*%s*\n\n", c.Name, strings.ToUpper(c.Tier.String()[:1])+c.Tier.String()[1:])
	p.prose(c.Text)
	if err := p.evidence(r.Name + "/" + c.Name); err != nil {
		return err
	}
	report := choose(reports, r.Name, c.Name)
	if report == nil {
		return nil // the harness of the rules demands a sample
	}
	bad, err := enclosing(filepath.Join(p.samples, report.file), report.line)
	if err != nil || bad == nil {
		return err
	}
	p.code("go", bad.text)
	p.code("text", report.text)
	good, err := twin(filepath.Join(p.samples, r.Name, "good"), bad)
	if err != nil || good == nil {
		return err
	}
	fmt.Fprint(p, "Nothing is reported here:\n\n")
	p.code("go", good.text)
	return nil
}

// evidence writes what was seen when programs with and without the mistake were run.
func (p *page) evidence(name string) error {
	rows, err := p.rows(name)
	begin := "This is what happens ([evidence](../evidence.md)): "
	for _, cells := range rows { // none of it: the page of the evidence says why
		fmt.Fprintf(p, "%s%s. With the mistake: %s, in %s runs. Without it: %s.\n\n", begin, cells[1], cells[2], cells[4], cells[3])
		begin = "And here: "
	}
	return err
}

// rows returns the cells of a category's rows, one for each of its cases, in the table that internal/witness/evidence writes.
func (p *page) rows(name string) (rows [][]string, err error) {
	table, err := os.ReadFile(filepath.Join(p.samples, "..", "docs", "evidence.md"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(table)) {
		row, ok := strings.CutPrefix(line, "| ["+name+"](")
		if !ok {
			continue
		}
		cells := strings.Split(row, " | ")
		if len(cells) < 6 {
			return nil, fmt.Errorf("docs/evidence.md: the row of %s has %d cells", name, len(cells))
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

func (p *page) suppress(r *ruledoc.Rule) {
	fmt.Fprintf(p, `## How to silence it

A comment in the line of the finding or in the line above silences it, with a reason that readers can judge:

`)
	p.code("go", fmt.Sprintf("//shutdownlint:ignore %s/%s the reason\n", r.Name, r.Categories[0].Name))
	fmt.Fprintf(p, "The flag `-%s=false` turns the rule off.\n\n", r.Name)
}

// code writes a block of code.
func (p *page) code(language, text string) {
	fmt.Fprintf(p, "```%s\n%s```\n\n", language, text)
}

// prose writes the text of a Go doc comment.
func (p *page) prose(text string) {
	var parser comment.Parser
	var printer comment.Printer
	for _, block := range parser.Parse(text).Content {
		if code, ok := block.(*comment.Code); ok {
			p.code("go", code.Text)
			continue
		}
		fmt.Fprintf(p, "%s\n", printer.Markdown(&comment.Doc{Content: []comment.Block{block}}))
	}
}
