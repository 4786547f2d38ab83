package report

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// Fix makes a fix of edits. The title is a verb phrase.
func Fix(title string, edits ...analysis.TextEdit) *analysis.SuggestedFix {
	return &analysis.SuggestedFix{Message: title, TextEdits: edits}
}

// Replace is the edit that puts the text in the place of the node.
func Replace(node ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: node.Pos(), End: node.End(), NewText: []byte(text)}
}

// insert is the edit that adds text at a place.
func insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// SetArgument is the fix that gives a call this argument, in the place of the one there or behind the last. It returns nil where the call has
// too few arguments for that.
func SetArgument(call *ast.CallExpr, index int, text, title string) *analysis.SuggestedFix {
	switch n := len(call.Args); {
	case index < n:
		return Fix(title, Replace(call.Args[index], text))
	case index == n && n > 0:
		return Fix(title, insert(call.Args[n-1].End(), ", "+text))
	}
	return nil
}

// InsertBefore is the edit that puts statements before the one that holds the node. It reports false where that statement does not stand in a
// list, as the init part of an if does not.
func (p *Pass) InsertBefore(node ast.Node, statements string) (analysis.TextEdit, bool) {
	file := p.file(node.Pos())
	if file == nil {
		return analysis.TextEdit{}, false
	}
	around, _ := astutil.PathEnclosingInterval(file, node.Pos(), node.End())
	for i, n := range around {
		stmt, ok := n.(ast.Stmt)
		if !ok || i+1 == len(around) {
			continue
		}
		if !slices.Contains(list(around[i+1]), stmt) {
			return analysis.TextEdit{}, false
		}
		return insert(stmt.Pos(), statements+"\n"), true
	}
	return analysis.TextEdit{}, false
}

// list returns the statements of a node that holds a list of them.
func list(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// Import makes packages of the standard library known in the file at this place. It returns the name under which each is known there and the
// edits that add imports. It reports false where a name is taken by something else.
func (p *Pass) Import(pos token.Pos, paths ...string) (names map[string]string, edits []analysis.TextEdit, ok bool) {
	file := p.file(pos)
	if file == nil {
		return nil, nil, false
	}
	names = map[string]string{}
	var missing []string
	for _, imported := range paths {
		name, known := p.importName(file, imported)
		if !known {
			name = path.Base(imported)
			missing = append(missing, imported)
		}
		if obj := p.lookup(pos, name); obj != nil && !isPackage(obj, imported) {
			return nil, nil, false
		}
		names[imported] = name
	}
	if len(missing) > 0 {
		edits = append(edits, addImports(file, missing))
	}
	return names, edits, true
}

// importName returns the name under which a file imports a package.
func (p *Pass) importName(file *ast.File, imported string) (string, bool) {
	for _, spec := range file.Imports {
		obj := p.TypesInfo.PkgNameOf(spec)
		if obj != nil && obj.Imported().Path() == imported && obj.Name() != "_" && obj.Name() != "." {
			return obj.Name(), true
		}
	}
	return "", false
}

// lookup returns what a name means at a place.
func (p *Pass) lookup(pos token.Pos, name string) types.Object {
	scope := p.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return p.Pkg.Scope().Lookup(name)
	}
	_, obj := scope.LookupParent(name, pos)
	return obj
}

func isPackage(obj types.Object, imported string) bool {
	name, ok := obj.(*types.PkgName)
	return ok && name.Imported().Path() == imported
}

// addImports is the edit that adds imports to a file: to the group that holds packages of the standard library if there is one, where
// formatting puts them in order.
func addImports(file *ast.File, paths []string) analysis.TextEdit {
	var quoted []string
	for _, imported := range paths {
		quoted = append(quoted, strconv.Quote(imported))
	}
	slices.Sort(quoted)
	for _, decl := range file.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			break
		}
		if !d.Lparen.IsValid() {
			continue
		}
		at := d.Lparen + 1
		for _, spec := range d.Specs {
			if s := spec.(*ast.ImportSpec); isStandard(s) {
				return insert(start(s.Doc, s), strings.Join(quoted, "\n\t")+"\n\t")
			}
		}
		return insert(at, "\n\t"+strings.Join(quoted, "\n\t")+"\n")
	}
	block := "import " + strings.Join(quoted, "\nimport ")
	if len(file.Imports) == 0 {
		return insert(file.Name.End(), "\n\n"+block)
	}
	first := file.Decls[0].(*ast.GenDecl) // imports come first
	return insert(start(first.Doc, first), block+"\n")
}

// start returns where a node begins with its comment.
func start(doc *ast.CommentGroup, n ast.Node) token.Pos {
	if doc != nil {
		return doc.Pos()
	}
	return n.Pos()
}

// isStandard reports whether an import looks like one of the standard library, as formatters tell it: no dot in its first element.
func isStandard(spec *ast.ImportSpec) bool {
	root, _, _ := strings.Cut(strings.Trim(spec.Path.Value, "\"`"), "/")
	return root != "C" && !strings.Contains(root, ".")
}
