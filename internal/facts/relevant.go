package facts

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Scope says whose package a unit is. Which packages are analysed follows from it alone, in every driver: a package of the main module
// always, a standard package never, a third-party package when [MattersTokens] or, which is the same, [MattersSyntax] says so.
type Scope int

// The scopes, from always analysed to never.
const (
	Main       Scope = iota // a package of the main module
	ThirdParty              // a dependency
	Standard                // the standard library, which knowledge describes
)

// standardRoots are the first path elements of the standard library. A path without a dot is not enough: programs outside any module and
// test data have such paths too.
var standardRoots = words(`archive arena bufio builtin bytes cmd cmp compress container context crypto database debug embed encoding errors
	expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime simd slices
	sort strconv strings structs sync syscall testing text time unicode unique unsafe uuid vendor weak`)

// marks are the identifiers that make a third-party package worth analysing: without one of them, a go or a select statement, nothing in it
// can start, stop, signal or end anything.
var marks = words(`Exit Fatal Fatalf Fatalln Goexit Notify NotifyContext Shutdown GracefulStop
	Serve ServeTLS ListenAndServe ListenAndServeTLS`)

func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// ScopeOf tells the scope of the package of this path. The module is nil where the driver knows none, which is so for the standard library
// and for files named outside any module.
func ScopeOf(path string, module *analysis.Module) Scope {
	switch {
	case module != nil && module.Version != "":
		return ThirdParty
	case module != nil && module.Path != "":
		return Main
	}
	if root, _, _ := strings.Cut(path, "/"); standardRoots[root] {
		return Standard
	}
	return Main
}

// Matters reports whether the package of this pass is analysed at all. It is the predicate for drivers that have parsed already.
func Matters(pass *analysis.Pass) bool {
	switch ScopeOf(pass.Pkg.Path(), pass.Module) {
	case Standard:
		return false
	case ThirdParty:
		return MattersSyntax(pass.Files)
	}
	return true
}

// MattersTokens reports whether a third-party package's token stream mentions anything that matters, so that a driver can ask before it
// parses. The stream next yields holds the tokens of all files and ends with [token.EOF].
func MattersTokens(next func() (token.Token, string)) bool {
	for {
		tok, lit := next()
		switch tok {
		case token.EOF:
			return false
		case token.GO, token.SELECT:
			return true
		case token.IDENT:
			if marks[lit] {
				return true
			}
		case token.STRING:
			if lit == `"os/signal"` {
				return true
			}
		}
	}
}

// MattersSyntax gives the answer of [MattersTokens] for files that are parsed.
func MattersSyntax(files []*ast.File) bool {
	found := false
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt, *ast.SelectStmt:
				found = true
			case *ast.Ident:
				found = found || marks[n.Name]
			case *ast.BasicLit:
				found = found || n.Kind == token.STRING && n.Value == `"os/signal"`
			}
			return !found
		})
	}
	return found
}
