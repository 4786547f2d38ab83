// Command docgen writes what is made from the rules' texts and samples: the pages under docs/rules, and in README.md the table of rules and the
// output for the example. Run it as
//
//	go generate ./...
//
// A page shows, for each category, a bad sample, what shutdownlint really prints for it, and the good sample beside it. A sample is a
// function. The bad one is the first that has a finding of the category, in the folder basic if there is one; the good one is the function
// below the folder good that is most like it.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
	"github.com/shutdownlint/shutdownlint/passes"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "docgen: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	root, err := moduleRoot(ctx)
	if err != nil {
		return err
	}
	files, err := generate(ctx, root)
	if err != nil {
		return err
	}
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, text, 0o666); err != nil {
			return err
		}
	}
	orphans, err := orphans(root, files)
	if err != nil {
		return err
	}
	for _, name := range orphans {
		if err := os.Remove(filepath.Join(root, name)); err != nil {
			return err
		}
	}
	return nil
}

// moduleRoot returns the directory of the module around the working directory.
func moduleRoot(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return "", fmt.Errorf("go list: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// pages is the directory of the rules' pages.
const pages = "docs/rules"

// generate returns the contents of all generated files by their names in the module.
func generate(ctx context.Context, root string) (map[string][]byte, error) {
	var rules []*ruledoc.Rule
	for _, a := range passes.Analyzers() {
		r, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", a.Name, err)
		}
		rules = append(rules, r)
	}
	dir, err := os.MkdirTemp("", "docgen")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) // what stays in the temporary folder harms nobody
	lint, err := build(ctx, root, dir)
	if err != nil {
		return nil, err
	}
	reports, err := lint.lintSamples(ctx, rules)
	if err != nil {
		return nil, err
	}
	example, err := lint.run(ctx, "./apps/orders/...")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, r := range rules {
		page, err := newPage(lint.samples, r, reports)
		if err != nil {
			return nil, err
		}
		files[pages+"/"+r.Name+".md"] = page
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return nil, err
	}
	readme, err = replace(readme, "rules", table(rules))
	if err != nil {
		return nil, err
	}
	files["README.md"], err = replace(readme, "output", "```text\n"+example+"```\n")
	return files, err
}

// orphans returns the pages that no rule has.
func orphans(root string, files map[string][]byte) ([]string, error) {
	found, err := filepath.Glob(filepath.Join(root, pages, "*.md"))
	if err != nil {
		return nil, err
	}
	var orphans []string
	for _, path := range found {
		name := pages + "/" + filepath.Base(path)
		if _, ok := files[name]; !ok {
			orphans = append(orphans, name)
		}
	}
	return orphans, nil
}

// replace puts text in its place in the README: between two comments that name it.
func replace(readme []byte, name, text string) ([]byte, error) {
	start, end := "<!-- "+name+": written by go generate -->\n", "<!-- end of "+name+" -->\n"
	before, rest, ok := bytes.Cut(readme, []byte(start))
	_, after, ok2 := bytes.Cut(rest, []byte(end))
	if !ok || !ok2 {
		return nil, fmt.Errorf("README.md has no lines %q and %q", strings.TrimSpace(start), strings.TrimSpace(end))
	}
	return slices.Concat(before, []byte(start), []byte(text), []byte(end), after), nil
}

// table lists the rules with their categories. Information, which is off by default, is set in italics.
func table(rules []*ruledoc.Rule) string {
	var b strings.Builder
	b.WriteString("| rule | checks | errors | warnings and *information* |\n|---|---|---|---|\n")
	for _, r := range rules {
		page := pages + "/" + r.Name + ".md"
		var errors, others []string
		for _, c := range r.Categories {
			link := fmt.Sprintf("[%s](%s#%s)", c.Name, page, c.Name)
			switch c.Tier {
			case ruledoc.Error:
				errors = append(errors, link)
			case ruledoc.Info:
				others = append(others, "*"+link+"*")
			default:
				others = append(others, link)
			}
		}
		fmt.Fprintf(&b, "| [%s](%s) | %s | %s | %s |\n", r.Name, page, strings.TrimPrefix(r.Summary, "check "),
			strings.Join(errors, ", "), strings.Join(others, ", "))
	}
	return b.String()
}
