package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdownlint/shutdownlint/analysistest"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// printed is what the command prints for one finding.
type printed struct {
	rule, category string
	file           string // in the samples' module, with slashes
	line           int
	text           string
	fix            bool
}

// command is shutdownlint, built for this run.
type command struct {
	tool    string
	samples string // directory of the samples' module
}

// build makes the command in a directory.
func build(ctx context.Context, root, dir string) (*command, error) {
	c := &command{tool: filepath.Join(dir, "shutdownlint"), samples: filepath.Join(root, "testdata")}
	cmd := exec.CommandContext(ctx, "go", "build", "-o", c.tool, "./cmd/shutdownlint")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return c, nil
}

// run returns what the command prints, without what the samples want. Findings are no error.
func (c *command) run(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, c.tool, args...)
	cmd.Dir = c.samples
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return "", fmt.Errorf("shutdownlint: %w\n%s", err, stderr.Bytes())
	}
	return want.ReplaceAllString(stdout.String(), ""), nil
}

// lintSamples runs the command over the samples of the rules.
func (c *command) lintSamples(ctx context.Context, rules []*ruledoc.Rule) ([]printed, error) {
	args := []string{"-info", "-grace=" + analysistest.Grace}
	given := len(args)
	for _, r := range rules {
		if _, err := os.Stat(filepath.Join(c.samples, r.Name)); err == nil {
			args = append(args, "./"+r.Name+"/...")
		}
	}
	if len(args) == given {
		return nil, nil // without a pattern the command would take all packages
	}
	out, err := c.run(ctx, args...)
	return split(out), err
}

var (
	head = regexp.MustCompile(`^(\S+\.go):(\d+):\d+: .* \[([a-z0-9]+)/([a-z0-9-]+)\]$`)
	want = regexp.MustCompile(`[ \t]*// want[+ ].*`)
)

// split takes the output of the command apart.
func split(output string) []printed {
	var all []printed
	for line := range strings.Lines(output) {
		if m := head.FindStringSubmatch(strings.TrimSpace(line)); m != nil && line[0] != ' ' {
			number, _ := strconv.Atoi(m[2]) // the expression has digits only
			all = append(all, printed{rule: m[3], category: m[4], file: filepath.ToSlash(m[1]), line: number})
		}
		if len(all) == 0 {
			continue
		}
		last := &all[len(all)-1]
		last.text += line
		last.fix = last.fix || strings.HasPrefix(line, "    fix: ")
	}
	return all
}

// choose returns the finding that shows a category best, or nil: one of the rule's own samples, in the folder basic if possible.
func choose(reports []printed, rule, category string) *printed {
	var own []printed
	for _, r := range reports {
		if r.rule == rule && r.category == category && strings.HasPrefix(r.file, rule+"/") {
			own = append(own, r)
		}
	}
	if len(own) == 0 {
		return nil
	}
	first := slices.MinFunc(own, func(x, y printed) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x.file, y.file), cmp.Compare(x.line, y.line))
	})
	return &first
}

func rank(r printed) int {
	if path.Base(path.Dir(r.file)) == "basic" {
		return 0
	}
	return 1
}

// sample is a function of the samples.
type sample struct {
	name string // receiver type and name
	text string
}

// enclosing returns the function around a line of a file.
func enclosing(file string, line int) (*sample, error) {
	found, err := functions(file)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		if f.from <= line && line <= f.to {
			return &f.sample, nil
		}
	}
	return nil, nil
}

// likeness is how much of two functions has to be the same for the one to be shown beside the other.
const likeness = 0.5

// twin returns the function below a directory that is most like this one, or nil if none is much like it. Of equals it is the first, and one
// of the same name comes before others.
func twin(dir string, bad *sample) (*sample, error) {
	var best *sample
	most := likeness
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a rule without good samples yet, which the test of the suite refuses
		}
		if err != nil || !strings.HasSuffix(file, ".go") {
			return err
		}
		found, err := functions(file)
		for _, f := range found {
			same := alike(f.text, bad.text)
			if f.name == bad.name {
				same += 0.1
			}
			if same > most {
				best, most = &f.sample, same
			}
		}
		return err
	})
	return best, err
}

// alike returns which part of the lines of two texts they have in common, from 0 to 1.
func alike(x, y string) float64 {
	lines := map[string]int{}
	total, common := 0, 0
	for line := range strings.Lines(x) {
		lines[strings.TrimSpace(line)]++
		total++
	}
	for line := range strings.Lines(y) {
		line = strings.TrimSpace(line)
		if lines[line] > 0 {
			lines[line]--
			common++
		}
		total++
	}
	return 2 * float64(common) / float64(total)
}

// placed is a function with the lines it takes.
type placed struct {
	sample
	from, to int
}

// functions returns the functions that a file declares.
func functions(file string) ([]placed, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, source, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var all []placed
	for _, decl := range f.Decls {
		d, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		start := d.Pos()
		if d.Doc != nil {
			start = d.Doc.Pos()
		}
		text := source[fset.Position(start).Offset:fset.Position(d.End()).Offset]
		all = append(all, placed{
			sample: sample{functionName(d), stripWants(string(text))},
			from:   fset.Position(start).Line,
			to:     fset.Position(d.End()).Line,
		})
	}
	return all, nil
}

func functionName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "." + d.Name.Name
	}
	return d.Name.Name // a generic type: the name alone has to do
}

// stripWants removes the comments that say what is wanted, with lines that hold nothing else.
func stripWants(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text + "\n") {
		rest := strings.TrimRight(want.ReplaceAllString(strings.TrimSuffix(line, "\n"), ""), " \t")
		if rest != "" || strings.TrimSpace(line) == "" {
			b.WriteString(rest + "\n")
		}
	}
	return strings.TrimSpace(b.String()) + "\n"
}
