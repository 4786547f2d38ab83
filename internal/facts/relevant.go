package facts

import (
	"go/ast"
	"go/token"
	"strconv"
)

// marks are the identifiers that make a third-party package worth analysing: without one of them, a go or a select statement, nothing in it
// can start, stop, signal or end anything.
var marks = map[string]bool{
	"Exit": true, "Fatal": true, "Goexit": true, "Notify": true, "Shutdown": true,
	"GracefulStop": true, "Serve": true, "ListenAndServe": true,
}

// Scope says whose package a unit is; with Matters it is the one predicate of what is analysed that every driver uses.
type Scope int

// The scopes, from always analysed to never.
const (
	Main       Scope = iota // a package of the main module
	ThirdParty              // a dependency
	Standard                // the standard library, which knowledge describes
)

// MattersTokens reports whether a third-party package's token stream mentions anything that matters. It is asked before parsing; next
// yields the tokens of all files. MattersSyntax gives the same answer on the syntax.
func MattersTokens(next func() (token.Token, string)) bool {
	imports := false
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
			if imports = lit == `"os/signal"`; imports {
				return true
			}
		}
	}
}

// MattersSyntax is MattersTokens for drivers that parse first.
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
				found = found || n.Kind == token.STRING && n.Value == strconv.Quote("os/signal")
			}
			return !found
		})
	}
	return found
}
