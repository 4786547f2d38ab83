package unit

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"go/version"
	"os"
	"runtime"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
)

// loaded is a unit that is parsed and type-checked.
type loaded struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	sizes types.Sizes
	// deps has all packages that the export data mentions, by path, the indirect ones perhaps in part.
	deps map[string]*types.Package
}

// sourceError is an error in the analysed source: the compiler would say the same.
type sourceError struct{ error }

// maxTypeErrors is how many errors of one package are shown; the compiler stops there, too.
const maxTypeErrors = 10

// load parses and type-checks the files of a unit against the compiler's export data. The error is a sourceError where the code is wrong.
func load(cfg *Config, names []string, mode parser.Mode) (*loaded, error) {
	if err := checkGoVersion(cfg.GoVersion); err != nil {
		return nil, err
	}
	l := &loaded{
		fset:  token.NewFileSet(),
		deps:  map[string]*types.Package{"unsafe": types.Unsafe},
		sizes: types.SizesFor(cmp.Or(cfg.Compiler, "gc"), build.Default.GOARCH),
		info: &types.Info{
			Types:        map[ast.Expr]types.TypeAndValue{},
			Defs:         map[*ast.Ident]types.Object{},
			Uses:         map[*ast.Ident]types.Object{},
			Implicits:    map[ast.Node]types.Object{},
			Instances:    map[*ast.Ident]types.Instance{},
			Scopes:       map[ast.Node]*types.Scope{},
			Selections:   map[*ast.SelectorExpr]*types.Selection{},
			FileVersions: map[*ast.File]string{},
		},
	}
	for _, name := range names {
		f, err := parser.ParseFile(l.fset, name, nil, parser.ParseComments|mode)
		if err != nil {
			return nil, sourceError{err}
		}
		l.files = append(l.files, f)
	}
	return l, l.check(cfg)
}

// check type-checks the parsed files.
func (l *loaded) check(cfg *Config) error {
	imp := &exports{cfg: cfg, fset: l.fset, packages: l.deps}
	var wrong []string
	config := types.Config{
		Importer:  imp,
		Sizes:     l.sizes,
		GoVersion: cfg.GoVersion,
		Error: func(err error) {
			// A soft continuation of the error before starts with a tab.
			if msg := err.Error(); len(wrong) < maxTypeErrors && !strings.Contains(msg, ": \t") {
				wrong = append(wrong, msg)
			}
		},
	}
	pkg, err := config.Check(cfg.path(), l.fset, l.files, l.info)
	l.pkg = pkg
	switch {
	case imp.err != nil:
		return imp.err // the type errors only follow from it
	case len(wrong) > 0:
		return sourceError{errors.New(strings.Join(wrong, "\n"))}
	}
	return err
}

// exports imports packages from the export data that the go command names. It keeps the first failure that is not the code's.
type exports struct {
	cfg      *Config
	fset     *token.FileSet
	packages map[string]*types.Package
	err      error
}

// Import implements [types.Importer].
func (e *exports) Import(path string) (*types.Package, error) {
	path = cmp.Or(e.cfg.ImportMap[path], path)
	if pkg := e.packages[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	name, ok := e.cfg.PackageFile[path]
	if !ok {
		return nil, e.fail(fmt.Errorf("the go command%s gives no export data of %s", toolchain(), path))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, e.fail(err)
	}
	defer f.Close() // it is only read
	//lint:ignore SA1019 the go command gives archives to vet tools, and the reader takes the newer form as well
	data, err := gcexportdata.NewReader(bufio.NewReaderSize(f, 1<<16))
	if err != nil {
		return nil, e.fail(fmt.Errorf("the export data of %s by the go command%s cannot be read (%v)", path, toolchain(), err))
	}
	pkg, err := gcexportdata.Read(data, e.fset, e.packages, path)
	if err != nil {
		return nil, e.fail(fmt.Errorf("the export data of %s by the go command%s cannot be read (%v)", path, toolchain(), err))
	}
	return pkg, nil
}

// fail notes the first error, with what to do about it.
func (e *exports) fail(err error) error {
	if e.err == nil {
		e.err = fmt.Errorf("%w; shutdownlint was built with %s: build it with the Go that runs it", err, runtime.Version())
	}
	return err
}

// toolchain names the version of the go command that runs this process, with a space before it, or is empty. The go command sets the
// variable for its children.
func toolchain() string {
	if v := os.Getenv("GOVERSION"); v != "" {
		return " " + v
	}
	return ""
}

// TooOld begins the error of a program that was built with an older Go than the code needs.
const TooOld = "shutdownlint was built with "

// checkGoVersion refuses code for a newer Go than the one this program is built with, because its type checker does not know that language.
func checkGoVersion(code string) error {
	if code == "" || !version.IsValid(runtime.Version()) || version.Compare(version.Lang(code), version.Lang(runtime.Version())) <= 0 {
		return nil
	}
	built, needed := version.Lang(runtime.Version()), version.Lang(code)
	return fmt.Errorf("%s%s but the code needs %s: rebuild it with that Go", TooOld, built, needed)
}
