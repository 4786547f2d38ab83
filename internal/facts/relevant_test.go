package facts

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestScopeOf(t *testing.T) {
	for _, c := range []struct {
		path   string
		module *analysis.Module
		want   Scope
	}{
		{"net/http", nil, Standard},
		{"vendor/golang.org/x/net/http2", nil, Standard},
		{"cmd/go", nil, Standard},
		{"command-line-arguments", nil, Main},
		{"a", nil, Main},
		{"example.com/app", nil, Main},
		{"example.com/app/lib", &analysis.Module{Path: "example.com/app"}, Main},
		{"net", &analysis.Module{Path: "net"}, Main},
		{"example.com/dep", &analysis.Module{Path: "example.com/dep", Version: "v1.2.3"}, ThirdParty},
	} {
		if got := ScopeOf(c.path, c.module); got != c.want {
			t.Errorf("ScopeOf(%q, %v) = %v, want %v", c.path, c.module, got, c.want)
		}
	}
}

// TestStandardRoots asks the go command for the standard library, so that a new top-level package is noticed.
func TestStandardRoots(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command")
	}
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(string(out)) {
		if ScopeOf(path, nil) != Standard {
			t.Errorf("%s is not known as standard", path)
		}
	}
}

func TestMatters(t *testing.T) {
	for _, c := range []struct {
		src  string
		want bool
	}{
		{"package p", false},
		{"package p // go func() {}()\n/* select */ const s = \"go os/signal\"", false},
		{"package p; func f() { go f() }", true},
		{"package p; func f() { select {} }", true},
		{"package p; import _ \"os/signal\"", true},
		{"package p; import \"os\"; func f() { os.Exit(1) }", true},
		{"package p; import \"log\"; func f() { log.Fatalf(\"\") }", true},
		{"package p; type T struct{ Shutdown func() }", true},
		{"package p; func exit() {}", false},
	} {
		if got := MattersTokens(tokens(c.src)); got != c.want {
			t.Errorf("MattersTokens(%q) = %v", c.src, got)
		}
		f, err := parser.ParseFile(token.NewFileSet(), "p.go", c.src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if got := MattersSyntax([]*ast.File{f}); got != c.want {
			t.Errorf("MattersSyntax(%q) = %v", c.src, got)
		}
	}
}

func tokens(src string) func() (token.Token, string) {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("p.go", -1, len(src)), []byte(src), nil, 0)
	return func() (token.Token, string) {
		_, tok, lit := s.Scan()
		return tok, lit
	}
}
