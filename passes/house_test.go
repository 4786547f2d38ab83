package passes_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/shutdownlint/shutdownlint"

// doors says which rooms of the module a room may enter. A room that ends in /* is each room below. A room that is not listed, such as a
// harness, may enter all that are not commands.
var doors = map[string][]string{
	"internal/knowledge":   {},
	"internal/ruledoc":     {},
	"internal/finding":     {},
	"internal/nearest":     {},
	"internal/contract":    {},
	"internal/atomicfile":  {},
	"internal/facts":       {"internal/knowledge"},
	"internal/model":       {"internal/contract", "internal/facts", "internal/knowledge"},
	"internal/report":      {"internal/model", "internal/nearest", "internal/ruledoc"},
	"passes/*":             {"internal/model", "internal/report", "internal/ruledoc"},
	"passes":               {"passes/*"},
	"internal/fix":         {"internal/finding"},
	"internal/printer":     {"internal/finding", "internal/nearest"},
	"internal/driver/unit": {"internal/atomicfile", "internal/facts", "internal/finding", "internal/fix", "internal/model"},
	"internal/driver/lint": {"internal/contract", "internal/driver/unit", "internal/finding"},
	"internal/config":      {"internal/finding", "internal/nearest"},
	"internal/baseline":    {"internal/atomicfile", "internal/finding"},
	"internal/git":         {"internal/finding"},
	"deploy":               {"internal/contract", "internal/finding"},
	"internal/cli": {
		"deploy", "internal/atomicfile", "internal/baseline", "internal/config", "internal/contract", "internal/driver/*", "internal/finding", "internal/fix", "internal/git",
		"internal/nearest", "internal/printer", "internal/ruledoc",
	},
	"plugin":           {"internal/config", "internal/finding", "internal/nearest", "internal/ruledoc", "passes"},
	"cmd/shutdownlint": {"internal/cli", "internal/driver/unit", "passes"},
}

// outside says which packages of other modules a room may use. A room that is not listed may use those that the module requires. The key
// and the values are as in doors.
var outside = map[string][]string{
	"internal/knowledge": {},
	"internal/ruledoc":   {},
	"internal/finding":   {},
	"internal/printer":   {},
	"passes/*":           {"golang.org/x/tools/go/analysis"},
	"passes":             {"golang.org/x/tools/go/analysis"},
}

func TestNobodyEntersTheWrongRoom(t *testing.T) {
	for path, imports := range packages(t) {
		room := strings.TrimPrefix(path, module+"/")
		for _, imported := range imports {
			table, target := doors, strings.TrimPrefix(imported, module+"/")
			if target == imported {
				table = outside
			}
			allowed, listed := lookUp(table, room)
			switch {
			case strings.HasPrefix(target, "cmd/"):
				t.Errorf("%s imports the command %s", room, target)
			case listed && !isStandard(imported) && !anyMatches(allowed, target):
				t.Errorf("%s may not import %s", room, target)
			case strings.HasPrefix(imported, "golang.org/x/tools/go/ssa") && room != "internal/facts" && room != "internal/model":
				t.Errorf("%s imports %s: only facts and model touch SSA", room, imported)
			}
		}
	}
}

// packages returns the imports of each package of the module.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p.Imports
	}
}

// lookUp returns what the table says of a room, itself or as one of those below another.
func lookUp(table map[string][]string, room string) ([]string, bool) {
	if allowed, ok := table[room]; ok {
		return allowed, true
	}
	allowed, ok := table[parent(room)+"/*"]
	return allowed, ok
}

func anyMatches(allowed []string, target string) bool {
	return slices.Contains(allowed, target) || slices.Contains(allowed, parent(target)+"/*")
}

func parent(room string) string {
	if i := strings.LastIndexByte(room, '/'); i >= 0 {
		return room[:i]
	}
	return ""
}

// isStandard reports whether a path is one of the standard library.
func isStandard(path string) bool {
	root, _, _ := strings.Cut(path, "/")
	return !strings.Contains(root, ".")
}

// Limits of size. What is larger lacks an idea.
const (
	fileLines = 400
	passLines = 150
	funcLines = 60
)

func TestFilesAndFunctionsAreShort(t *testing.T) {
	for _, file := range sources(t) {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		limit := fileLines
		name := strings.TrimSuffix(filepath.Base(file), ".go")
		if dir := filepath.Dir(file); name == filepath.Base(dir) && filepath.Base(filepath.Dir(dir)) == "passes" {
			limit = passLines
		}
		if n := bytes.Count(source, []byte("\n")); n > limit {
			t.Errorf("%s has %d lines, more than %d", file, n, limit)
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, source, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, decl := range f.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := fset.Position(d.End()).Line - fset.Position(d.Pos()).Line + 1; n > funcLines {
				t.Errorf("%s: %s has %d lines, more than %d", fset.Position(d.Pos()), d.Name.Name, n, funcLines)
			}
		}
	}
}

// importPath is what a path of a package below another looks like.
var importPath = regexp.MustCompile(`^"[a-z0-9.-]+(/[A-Za-z0-9._-]+)+"$`)

// A rule that names a library's package knows what the knowledge files alone are to know.
func TestRulesNameNoLibrary(t *testing.T) {
	for _, file := range sources(t) {
		dir := filepath.Dir(file)
		if filepath.Base(filepath.Dir(dir)) != "passes" || strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		imports := map[*ast.BasicLit]bool{}
		for _, spec := range f.Imports {
			imports[spec.Path] = true
		}
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if ok && !imports[lit] && importPath.MatchString(lit.Value) {
				t.Errorf("%s: %s is a package path, which belongs into the knowledge files", fset.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	}
}

// An event that is not made by facts lacks the parts that events share, and who reads one of these panics.
func TestEventsAreMadeByFacts(t *testing.T) {
	for _, file := range sources(t) {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok {
				if sel, ok := lit.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "Event" && types.ExprString(sel.X) == "facts" {
					t.Errorf("%s: write facts.EventAt instead", fset.Position(lit.Pos()))
				}
			}
			return true
		})
	}
}

// sources returns the module's Go files, samples left out.
func sources(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != ".." && (name == "testdata" || strings.HasPrefix(name, ".")) {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
