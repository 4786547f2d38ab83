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

// InsertBefore is the edit that puts statements before the one that holds the node, so that they run just before it. It reports false where
// there is no such place, as for the condition of a loop.
func (p *Pass) InsertBefore(node ast.Node, statements string) (analysis.TextEdit, bool) {
	stmt := p.statement(node)
	if stmt == nil {
		return analysis.TextEdit{}, false
	}
	return insert(stmt.Pos(), statements+"\n"), true
}

// statement returns the statement of a list that holds the node, or nil if something stands or happens between the two.
func (p *Pass) statement(node ast.Node) ast.Stmt {
	file := p.file(node.Pos())
	if file == nil {
		return nil
	}
	around, _ := astutil.PathEnclosingInterval(file, node.Pos(), node.End())
	for i, n := range around[:max(len(around)-1, 0)] {
		stmt, ok := n.(ast.Stmt)
		if !ok {
			continue
		}
		switch parent := around[i+1].(type) {
		case *ast.IfStmt:
			if parent.Init == stmt {
				continue // it runs first
			}
		case *ast.SwitchStmt:
			if parent.Init == stmt {
				continue
			}
		}
		if !slices.Contains(list(around[i+1]), stmt) || runsBefore(stmt, node) {
			return nil
		}
		return stmt
	}
	return nil
}

// runsBefore reports whether a part of the statement runs before the node that it holds, or the node runs more than once.
func runsBefore(stmt ast.Stmt, node ast.Node) bool {
	switch s := stmt.(type) {
	case *ast.IfStmt:
		return s.Init != nil && s.Init.End() <= node.Pos()
	case *ast.SwitchStmt:
		return s.Init != nil && s.Init.End() <= node.Pos()
	case *ast.ForStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
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
		edits = addImports(file, missing)
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

// addImports returns the edits that add imports to a file: to the group that holds packages of the standard library if there is one, where
// formatting puts them in order.
func addImports(file *ast.File, paths []string) []analysis.TextEdit {
	var quoted []string
	for _, imported := range paths {
		quoted = append(quoted, strconv.Quote(imported))
	}
	slices.Sort(quoted)
	lines := strings.Join(quoted, "\n\t")
	for _, decl := range file.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			break // imports come first
		}
		for _, spec := range d.Specs {
			s := spec.(*ast.ImportSpec)
			switch {
			case !isStandard(s):
			case d.Lparen.IsValid():
				return []analysis.TextEdit{insert(start(s.Doc, s), lines+"\n\t")}
			default:
				return []analysis.TextEdit{insert(s.Pos(), "(\n\t"), insert(s.End(), "\n\t"+lines+"\n)")}
			}
		}
		if d.Lparen.IsValid() {
			return []analysis.TextEdit{insert(d.Lparen+1, "\n\t"+lines+"\n")}
		}
	}
	return []analysis.TextEdit{insert(file.Name.End(), "\n\nimport (\n\t"+lines+"\n)")}
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

// Spared reports whether the file still uses each package that it imports when the node is gone.
func (p *Pass) Spared(node ast.Node) bool {
	inside, outside := map[types.Object]bool{}, map[types.Object]bool{}
	for id, obj := range p.TypesInfo.Uses {
		if _, imported := obj.(*types.PkgName); !imported || p.file(id.Pos()) != p.file(node.Pos()) {
			continue
		}
		if node.Pos() <= id.Pos() && id.Pos() < node.End() {
			inside[obj] = true
		} else {
			outside[obj] = true
		}
	}
	for obj := range inside {
		if !outside[obj] {
			return false
		}
	}
	return true
}
