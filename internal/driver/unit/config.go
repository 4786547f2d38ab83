package unit

import (
	"cmp"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Config is what the go command says about one unit: a package, its test variant or its external tests. The field names are the protocol.
type Config struct {
	ID           string // package path, with " [p.test]" behind it for a variant
	Compiler     string
	Dir          string
	ImportPath   string
	GoVersion    string
	GoFiles      []string
	NonGoFiles   []string
	IgnoredFiles []string

	ModulePath    string
	ModuleVersion string // empty in the main module
	Module        *analysis.Module

	ImportMap   map[string]string // from the path in the source to the package's path
	PackageFile map[string]string // compiler's export data, by package path
	PackageVetx map[string]string // facts of the direct imports, by package path

	VetxOnly   bool   // the unit was not named, it is only imported
	VetxOutput string // where facts go
	Stdout     string // where standard output goes
	FixArchive string // where fixed files go

	SucceedOnTypecheckFailure bool

	file string // the file that says this
}

// readConfig reads the file that the go command wrote. An error says that the file is not such a file.
func readConfig(name string) (*Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	cfg := &Config{file: name}
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("%s is not the description of a package by the go command: %v", name, err)
	}
	return cfg, nil
}

// inModule names a file as seen from the folder of the unit's go.mod, or gives its full name if there is none.
func (c *Config) inModule(file string) string {
	for dir := c.Dir; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
			continue
		}
		if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return file
}

// module returns what the analyzers learn of the module, or nil. A named package of the standard library counts as a module of its own,
// so that it is analysed like any other that somebody asks for.
func (c *Config) module(named bool) *analysis.Module {
	switch {
	case c.Module != nil:
		return c.Module
	case c.ModulePath != "":
		return &analysis.Module{Path: c.ModulePath, Version: c.ModuleVersion, GoVersion: c.GoVersion}
	case named:
		return &analysis.Module{Path: "std", GoVersion: c.GoVersion}
	}
	return nil
}

// files returns the unit's Go files that are read.
func (c *Config) files(tests bool) []string {
	if tests {
		return c.GoFiles
	}
	var files []string
	for _, name := range c.GoFiles {
		if !strings.HasSuffix(name, "_test.go") {
			files = append(files, name)
		}
	}
	return files
}

// path returns the package's path without the mark of a test variant.
func (c *Config) path() string {
	path, _, _ := strings.Cut(cmp.Or(c.ImportPath, c.ID), " ")
	return path
}

// isVariant reports whether the unit is a package with its tests, or compiled for the tests of another one.
func (c *Config) isVariant() bool { return strings.Contains(c.ID, " [") }

// matters asks the predicate of a third-party package's tokens. A file that cannot be read matters, so that parsing tells why.
func matters(files []string) bool {
	var s scanner.Scanner
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return true
		}
		s.Init(token.NewFileSet().AddFile(name, -1, len(src)), src, nil, 0)
		next := func() (token.Token, string) {
			_, tok, lit := s.Scan()
			return tok, lit
		}
		if facts.MattersTokens(next) {
			return true
		}
	}
	return false
}

// packageClause returns the name in a file's package clause, or "" if the file has none.
func packageClause(name string) string {
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly)
	if err != nil {
		return ""
	}
	return f.Name.Name
}
