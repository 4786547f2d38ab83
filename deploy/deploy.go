// Package deploy checks what runs a program: Dockerfiles and the scripts they start, systemd units, compose files and Kubernetes manifests. It
// reads files and executes nothing.
package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// maxFile is the size in bytes of the largest file that is read, maxFiles how many are looked at. What lies beyond is a problem that is told.
const (
	maxFile  = 4 << 20
	maxFiles = 20000
)

// Check reads the files and folders that the paths name and returns what is wrong with those that run programs. A file that cannot be read is a
// problem of the report; the others are checked all the same. Links are not followed.
func Check(ctx context.Context, paths []string, o Options) (*finding.Report, error) {
	c := &checker{Options: o, ctx: ctx, report: &finding.Report{}}
	for _, path := range paths {
		if path == "-" && o.Stdin != nil {
			c.input()
			continue
		}
		info, err := os.Lstat(path)
		if err != nil {
			return nil, err
		}
		if info.Mode().Type() == fs.ModeSymlink { // a link that is named is meant
			named, err := filepath.EvalSymlinks(path)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			path = named
		}
		c.root = path
		if err := filepath.WalkDir(path, c.visit); err != nil {
			return nil, err
		}
	}
	c.check()
	c.report.Sort()
	return c.report, nil
}

// checker gathers the files first, because a script counts as what starts a container when a Dockerfile names it.
type checker struct {
	Options
	ctx    context.Context
	report *finding.Report
	files  []*file
	root   string // the path that is walked
	seen   int
	images []*image // what the Dockerfiles make

	charts    map[string]*chart        // by folder
	selectors []map[string]string      // of the Services
	pending   []pending                // see delays
	labels    map[string]string        // of the pod that is judged
	name      string                   // of the object that is judged
	graces    map[string]time.Duration // see note
	patched   bool                     // a patch sets a grace period of an object that it does not name
}

// skipped are the folders that hold other people's files, or none that run anything.
var skipped = map[string]bool{".git": true, "node_modules": true, "vendor": true, "testdata": true}

// Skipped reports whether folders of this name are left out.
func Skipped(name string) bool { return skipped[name] }

func (c *checker) visit(path string, d fs.DirEntry, err error) error {
	switch {
	case c.ctx.Err() != nil:
		return c.ctx.Err()
	case err != nil:
		c.problem(path, err)
		return nil
	case d.IsDir():
		if Skipped(d.Name()) && path != c.root {
			return filepath.SkipDir
		}
		c.seen++
		return nil
	case path == c.root && kindOf(path) == none:
		c.sayf("%s: its name is none of a file that runs programs, so it is not checked", path)
		return nil
	case !d.Type().IsRegular() || kindOf(path) == none:
		return nil
	}
	c.seen++
	if c.seen > maxFiles {
		c.problem(path, fmt.Errorf("more than %d files, the rest is not checked", maxFiles))
		return filepath.SkipAll
	}
	f, err := read(path)
	if err != nil {
		c.problem(path, err)
		return nil
	}
	c.files = append(c.files, f)
	return nil
}

// input reads manifests from the standard input, such as helm template writes.
func (c *checker) input() {
	data, err := io.ReadAll(io.LimitReader(c.Stdin, maxFile+1))
	if err == nil {
		err = readable(data)
	}
	if err != nil {
		c.problem(stdin, err)
		return
	}
	f := newFile(stdin, string(data))
	f.kind = manifest
	c.files = append(c.files, f)
}

// stdin is the name of the standard input in reports.
const stdin = "<stdin>"

// read reads a file that is not too large and holds text.
func read(path string) (*file, error) {
	opened, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer opened.Close() // only read
	data, err := io.ReadAll(io.LimitReader(opened, maxFile+1))
	if err != nil {
		return nil, err
	}
	if err := readable(data); err != nil {
		return nil, err
	}
	return newFile(path, string(data)), nil
}

// readable tells what is wrong with a file's content.
func readable(data []byte) error {
	switch {
	case len(data) > maxFile:
		return fmt.Errorf("larger than %d MiB, not checked", maxFile>>20)
	case !utf8.Valid(data):
		return &notText{1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))}
	}
	return nil
}

// notText is the error of a file that holds something else than text.
type notText struct{ line int }

// Error implements error.
func (e *notText) Error() string { return "not UTF-8 text, not checked" }

// firstInvalid returns where the text ends that is UTF-8.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		char, size := utf8.DecodeRune(data[i:])
		if char == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

func (c *checker) problem(path string, err error) {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	p := finding.Problem{Position: finding.Position{File: path}, Message: err.Error()}
	var text *notText
	if errors.As(err, &text) {
		p.Line = text.line
	}
	if m := yamlLine.FindStringSubmatch(p.Message); m != nil {
		p.Line, _ = strconv.Atoi(m[1]) // the expression admits digits only
		p.Message = m[2]
	}
	c.report.Problems = append(c.report.Problems, p)
}

// yamlLine matches how the YAML reader names the line of an error.
var yamlLine = regexp.MustCompile(`^yaml: line (\d+): (.*)$`)

// check judges the files, Dockerfiles first.
func (c *checker) check() {
	started := map[string]bool{} // base names of the scripts that images start
	for _, f := range c.files {
		if f.kind == dockerfile {
			c.dockerfile(f, started)
		}
	}
	var docs []document
	for _, f := range c.files {
		switch f.kind {
		case script:
			c.script(f, started[filepath.Base(f.path)])
		case unitFile:
			c.unit(f)
		case logrotate:
			c.logrotate(f)
		case manifest:
			docs = append(docs, c.documents(f)...)
		}
	}
	for _, d := range docs {
		c.note(d)
	}
	for _, d := range docs {
		c.object(d.file, d.node)
	}
	c.delays()
	for _, f := range c.files {
		c.judgeIgnores(f)
	}
}

// kind says what a file is.
type kind uint8

const (
	none kind = iota
	dockerfile
	script
	unitFile
	manifest
	logrotate
)

// kindOf tells a file's kind from its name.
func kindOf(path string) kind {
	base := filepath.Base(path)
	switch lower := strings.ToLower(base); {
	case strings.HasPrefix(lower, "dockerfile"), strings.HasPrefix(lower, "containerfile"), strings.HasSuffix(lower, ".dockerfile"):
		if strings.HasSuffix(lower, ".dockerignore") || strings.HasSuffix(lower, ".md") {
			return none
		}
		return dockerfile
	case strings.HasSuffix(lower, ".sh"), strings.HasSuffix(lower, "entrypoint"):
		return script
	case strings.HasSuffix(lower, ".service"), strings.HasSuffix(lower, ".conf") && strings.HasSuffix(filepath.Dir(path), ".service.d"):
		return unitFile
	case strings.HasSuffix(lower, ".yml"), strings.HasSuffix(lower, ".yaml"):
		return manifest
	case isLogrotate(path):
		return logrotate
	}
	return none
}
