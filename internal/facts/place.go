package facts

import (
	"fmt"
	"go/token"
	"go/types"
)

// Place returns where a step in another package is, and in words. Export data knows the lines of a file only up to its last exported declaration:
// beyond that the position is that of the function, and the words name the line. The position is not valid for a function that cannot be
// named from here.
func (e *Engine) Place(s Step) (pos token.Pos, words string) {
	fn := e.lookupFunc(s.Func)
	if fn == nil || s.File == "" || !fn.Pos().IsValid() {
		return token.NoPos, ""
	}
	words = "goes on in " + shortName(fn)
	line := e.Pass.Fset.PositionFor(fn.Pos(), false).Line + s.Line
	if f := e.Pass.Fset.File(fn.Pos()); line >= 1 && line <= f.LineCount() {
		return f.LineStart(line), words
	}
	return fn.Pos(), fmt.Sprintf("%s at line %d", words, line)
}

// shortName is how users of a package write a function: pkg.Func or pkg.Type.Method.
func shortName(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		if named, ok := types.Unalias(t).(*types.Named); ok {
			name = named.Obj().Name() + "." + name
		}
	}
	return fn.Pkg().Name() + "." + name
}
