package lint

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"go/version"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// environment is what the go command says of itself.
type environment struct {
	GOVERSION, GOFLAGS, GOMOD, CGO_ENABLED string
}

func (r *run) environment() (*environment, error) {
	out, stderr, err := r.goCommand(nil, "env", "-json", "GOVERSION", "GOFLAGS", "GOMOD", "CGO_ENABLED")
	if err != nil {
		return nil, failed("go env", stderr, err)
	}
	env := new(environment)
	return env, json.Unmarshal(out, env)
}

// check refuses a go command that does not hand results of a vet tool through.
func (e *environment) check() error {
	if version.IsValid(e.GOVERSION) && version.Compare(e.GOVERSION, "go1.26") < 0 {
		return fmt.Errorf("the go command is %s: shutdownlint needs go1.26 or newer", e.GOVERSION)
	}
	return nil
}

// hasOverlay reports whether the user's settings have an overlay already.
func (e *environment) hasOverlay() bool { return strings.Contains(e.GOFLAGS, "-overlay") }

// cgoIsOff reports whether cgo is off because there is no C compiler, and not because somebody wants it off or builds for another system.
func (e *environment) cgoIsOff() bool {
	return e.CGO_ENABLED == "0" && os.Getenv("CGO_ENABLED") != "0" && os.Getenv("GOOS") == "" && os.Getenv("GOARCH") == ""
}

// inModule reports whether the working directory belongs to a module or workspace.
func (e *environment) inModule() bool { return e.GOMOD != "" && e.GOMOD != os.DevNull }

// listed is a package as go list prints it.
type listed struct {
	ImportPath   string
	Dir          string
	Standard     bool
	Module       *struct{ Main bool }
	GoFiles      []string
	CgoFiles     []string
	TestGoFiles  []string
	XTestGoFiles []string
	Error        *packageError
	DepsErrors   []*packageError
}

// packageError is why a package cannot be loaded.
type packageError struct {
	ImportStack []string
	Pos         string
	Err         string
}

// list asks the go command which packages the patterns name. What it cannot say is a problem of the report. Where cgo is off only because
// there is no C compiler, packages that a wildcard then passes over in silence are problems, too.
func (r *run) list(env *environment) ([]*listed, error) {
	packages, warnings, err := r.goList()
	if err == nil && r.workspace(packages) {
		packages, warnings, err = r.goList()
	}
	if err != nil {
		return nil, r.unlisted(err)
	}
	for line := range strings.Lines(warnings) {
		if rest, ok := strings.CutPrefix(line, "go: warning: "); ok {
			r.problem("", "", rest)
		}
	}
	if !env.cgoIsOff() {
		return packages, nil
	}
	withCgo, _, err := r.goList("CGO_ENABLED=1")
	if err != nil {
		return nil, err
	}
	for _, p := range withCgo {
		listedToo := func(q *listed) bool { return q.ImportPath == p.ImportPath && q.Error == nil }
		if len(p.CgoFiles) == 0 || slices.ContainsFunc(packages, listedToo) {
			continue
		}
		packages = slices.DeleteFunc(packages, func(q *listed) bool { return q.ImportPath == p.ImportPath })
		p.Error = &packageError{
			ImportStack: []string{p.ImportPath},
			Pos:         filepath.Join(p.Dir, p.CgoFiles[0]),
			Err:         `the package imports "C" and no C compiler was found: install one, or set CGO_ENABLED=0 to leave it out`,
		}
		packages = append(packages, p)
	}
	return packages, nil
}

// place is a line of the go command that names a line of a file which says what modules there are.
var place = regexp.MustCompile(`(?m)^(?:go: )?(.+\.(?:mod|work|sum):\d+(?::\d+)?): (.*)$`)

// unlisted notes what is wrong with go.mod and its like. An error about anything else is returned.
func (r *run) unlisted(err error) error {
	lines := place.FindAllStringSubmatch(err.Error(), -1)
	for _, m := range lines {
		r.problem("", m[1], m[2])
	}
	if len(lines) > 0 {
		return nil
	}
	return err
}

// goList runs go list over the patterns, with these additions to the environment. It returns the packages and what was said beside them.
func (r *run) goList(environ ...string) (packages []*listed, stderr string, err error) {
	fields := "ImportPath,Dir,Standard,Module,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,Error,DepsErrors"
	args := slices.Concat([]string{"list", "-e", "-json=" + fields}, r.BuildFlags, []string{"--"}, r.Patterns)
	out, stderr, err := r.goCommand(environ, args...)
	if err != nil {
		return nil, "", failed("go list", stderr, err)
	}
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		p := new(listed)
		if err := dec.Decode(p); err == io.EOF {
			return packages, stderr, nil
		} else if err != nil {
			return nil, "", fmt.Errorf("go list: %w", err)
		}
		packages = append(packages, p)
	}
}

// sound returns the packages that go vet can be asked for, and whether these are all that the patterns name. The others become problems.
func (r *run) sound(packages []*listed, env *environment) (sound []*listed, all bool) {
	all = true
	for _, p := range packages {
		switch {
		case p.Error != nil || len(p.DepsErrors) > 0:
			r.broken(p, env, packages)
			all = false
		case len(p.GoFiles)+len(p.CgoFiles) == 0 && !r.Tests:
			r.logf("%s: only test files", p.ImportPath)
			all = false
		default:
			sound = append(sound, p)
		}
	}
	return sound, all
}

// broken notes why a package cannot be loaded. What a dependency says is said once, for that dependency.
func (r *run) broken(p *listed, env *environment, all []*listed) {
	errs := p.DepsErrors
	if p.Error != nil {
		errs = []*packageError{p.Error}
	}
	for _, e := range errs {
		pkg, posn, message := p.ImportPath, e.Pos, e.Err
		if n := len(e.ImportStack); n > 0 {
			pkg = e.ImportStack[n-1]
		}
		switch {
		case strings.Contains(message, "import cycle not allowed"):
			message = "import cycle not allowed: " + strings.Join(e.ImportStack, " imports ")
			posn = r.cyclePosition(e.ImportStack, all)
		case !env.inModule() && strings.Contains(message, "does not contain main module"):
			message = "no go.mod in this directory or above it: " + message
		}
		if hint := r.hint(pkg, message); hint != "" {
			message += "; " + hint
		}
		r.problem(strings.TrimSpace(pkg), posn, message)
	}
}

// hint says what may be meant by a pattern that names no package: a folder, which begins with a dot, or another module.
func (r *run) hint(pattern, message string) string {
	dir := strings.TrimSuffix(strings.TrimSuffix(pattern, "..."), "/")
	info, err := os.Stat(r.path(filepath.FromSlash(dir)))
	switch {
	case dir == "" || err != nil || !info.IsDir():
	case strings.Contains(message, "is not in std"):
		return "./" + pattern + " is the folder"
	case strings.Contains(message, "does not contain"):
		if _, err := os.Stat(filepath.Join(r.path(dir), "go.mod")); err == nil {
			return dir + " is a module of its own, which -C=" + dir + " checks"
		}
	}
	return ""
}

// cyclePosition finds the import that starts a cycle, as the go command names none.
func (r *run) cyclePosition(stack []string, all []*listed) string {
	if len(stack) < 2 {
		return ""
	}
	for _, p := range all {
		if p.ImportPath != stack[0] {
			continue
		}
		for _, name := range p.GoFiles {
			file := filepath.Join(p.Dir, name)
			if line := importLine(file, stack[1]); line > 0 {
				return file + ":" + strconv.Itoa(line)
			}
		}
	}
	return ""
}

// importLine returns the line of a file that imports the path, or 0.
func importLine(file, path string) int {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.ImportsOnly)
	if err != nil {
		return 0
	}
	for _, spec := range f.Imports {
		if spec.Path.Value == strconv.Quote(path) {
			return fset.Position(spec.Pos()).Line
		}
	}
	return 0
}

// writeOverlay writes an overlay without these files, and closes it.
func writeOverlay(f *os.File, hidden []string) error {
	replace := map[string]string{}
	for _, name := range hidden {
		replace[name] = ""
	}
	return errors.Join(json.NewEncoder(f).Encode(map[string]any{"Replace": replace}), f.Close())
}
