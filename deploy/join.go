package deploy

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// Options are what is known beside the files.
type Options struct {
	// Programs are what the main packages promise; none means that only the files are judged.
	Programs []*contract.Program
	// Names says which package an image, binary, container, service or unit of that name runs, where names do not tell.
	Names map[string]string
	// Stdin is read for the path "-"; nil where there is none.
	Stdin io.Reader
	// Log is told what could not be matched; it may be nil.
	Log func(string)
}

// image is what the last stage of a Dockerfile makes.
type image struct {
	file    *file
	base    string   // the image that the stage is made from
	start   []string // ENTRYPOINT and CMD, as words
	entry   int      // how many of them are ENTRYPOINT's
	program *contract.Program
	built   map[string]*contract.Program // by the name of the binary
}

// entrypoint returns the words that arguments are appended to.
func (i *image) entrypoint() []string { return slices.Clone(i.start[:i.entry]) }

// binaryNames are what go build, go install and people call the binary of a package.
func binaryNames(p *contract.Program) []string {
	elements := strings.Split(p.Package, "/")
	last := elements[len(elements)-1]
	if len(elements) > 1 && version.MatchString(last) {
		last = elements[len(elements)-2]
	}
	names := []string{last}
	if n := len(elements); n > 1 && slices.Contains([]string{"cmd", "main", "src"}, last) {
		owner := elements[n-2]
		if n > 2 && version.MatchString(owner) {
			owner = elements[n-3]
		}
		names = append(names, owner) // a folder that is called for what it is
	}
	if name, _, dotted := strings.Cut(last, "."); dotted && len(elements) <= 2 {
		names = append(names, name) // a module that is called by its host
	}
	return names
}

var version = regexp.MustCompile(`^v[0-9]+$`)

// named returns the program that a name stands for: the one that the configuration says, else the only one whose binary is called so.
func (c *checker) named(name string) *contract.Program {
	if where, ok := c.Names[name]; ok {
		return c.at(where)
	}
	var found *contract.Program
	for _, p := range c.Programs {
		if !slices.Contains(binaryNames(p), name) {
			continue
		}
		if found != nil {
			c.logf("%s is the name of %s and of %s: a line below deploy in the configuration can say which", name, found.Package, p.Package)
			return nil
		}
		found = p
	}
	return found
}

// at returns the program of a package that is named by its path or folder.
func (c *checker) at(where string) *contract.Program {
	dir, err := filepath.Abs(where)
	for _, p := range c.Programs {
		if p.Package == where || err == nil && p.Dir == dir {
			return p
		}
	}
	c.logf("%s is no main package among those that were checked", where)
	return nil
}

// logf says what could not be matched, if there are programs to match with.
func (c *checker) logf(format string, args ...any) {
	if len(c.Programs) > 0 {
		c.sayf(format, args...)
	}
}

// sayf says what could not be checked.
func (c *checker) sayf(format string, args ...any) {
	if c.Log != nil {
		c.Log(fmt.Sprintf(format, args...))
	}
}

// maxUp is how many folders above a Dockerfile may be the one that its image is built from.
const maxUp = 8

// builds adds the binaries that a RUN instruction builds.
func (c *checker) builds(f *file, run string, built map[string]*contract.Program) {
	for strings.HasPrefix(run, "--") {
		_, run, _ = strings.Cut(run, " ")
		run = strings.TrimSpace(run)
	}
	parsed, err := parseShell(run, "")
	if err != nil {
		return
	}
	dir := "."
	syntax.Walk(parsed, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok || len(call.Args) < 2 {
			return true
		}
		var words []string
		for _, a := range call.Args {
			words = append(words, plain(a))
		}
		switch {
		case words[0] == "cd":
			dir = path.Join(dir, words[1])
		case words[0] == "go" && (words[1] == "build" || words[1] == "install"):
			c.goBuild(f, dir, words[2:], built)
		}
		return true
	})
}

// plain is a word without its quotes; what the shell fills in stays as it is written.
func plain(w *syntax.Word) string {
	if text := w.Lit(); text != "" {
		return text
	}
	return strings.Trim(wordText(w), `"'`)
}

// goBuild adds what go build with these arguments makes.
func (c *checker) goBuild(f *file, dir string, words []string, built map[string]*contract.Program) {
	output := ""
	var packages []string
	for i := 0; i < len(words); i++ {
		name, value, joined := strings.Cut(strings.TrimLeft(words[i], "-"), "=")
		switch {
		case !strings.HasPrefix(words[i], "-"):
			packages = append(packages, words[i])
		case name == "o" && joined:
			output = value
		case slices.Contains([]string{"o", "ldflags", "tags", "mod", "gcflags", "asmflags", "buildmode", "C", "p", "pkgdir", "modfile"}, name) && !joined && i+1 < len(words):
			i++
			if name == "o" {
				output = words[i]
			}
			if name == "C" {
				dir = path.Join(dir, words[i])
			}
		}
	}
	if len(packages) == 0 {
		packages = []string{"."}
	}
	for _, arg := range packages {
		p := c.builtFrom(f, dir, arg)
		if p == nil {
			continue
		}
		names := binaryNames(p)
		if output != "" && !strings.HasSuffix(output, "/") && len(packages) == 1 {
			names = append(names, path.Base(output))
		}
		for _, name := range names {
			built[name] = p
		}
	}
}

// builtFrom returns the program of a package as go build is told of it, seen from the folder of the Dockerfile or one above.
func (c *checker) builtFrom(f *file, dir, arg string) *contract.Program {
	for _, p := range c.Programs {
		if p.Package == arg {
			return p
		}
	}
	if strings.HasSuffix(arg, ".go") {
		arg = path.Dir(arg)
	}
	rel := filepath.FromSlash(path.Join(dir, arg))
	if filepath.IsAbs(rel) || strings.Contains(rel, "$") {
		return nil
	}
	from, err := filepath.Abs(filepath.Dir(f.path))
	if err != nil {
		return nil
	}
	for range maxUp {
		for _, p := range c.Programs {
			if p.Dir == filepath.Join(from, rel) {
				return p
			}
		}
		from = filepath.Dir(from)
	}
	return nil
}

// copies adds the binaries that a COPY instruction gives another name.
func copies(rest string, built map[string]*contract.Program) {
	words := slices.DeleteFunc(strings.Fields(rest), func(w string) bool { return strings.HasPrefix(w, "--") })
	if len(words) != 2 || strings.HasSuffix(words[1], "/") {
		return
	}
	if p := built[path.Base(words[0])]; p != nil {
		built[path.Base(words[1])] = p
	}
}

// wrappers are programs that run the one that their arguments name, in their own place or with its signals passed on.
var wrappers = map[string]bool{
	"tini": true, "dumb-init": true, "docker-init": true, "catatonit": true, "su-exec": true, "gosu": true, "setpriv": true, "exec": true, "env": true, "nice": true,
	"ionice": true, "chpst": true, "setuidgid": true, "s6-setuidgid": true, "/bin/sh": true,
}

// runs returns the program that a command line runs: its first word, behind wrappers, or what a shell or script at hand runs in its own place.
func (c *checker) runs(words []string, img *image) *contract.Program {
	for i, w := range words {
		base := path.Base(w)
		switch {
		case strings.HasPrefix(w, "-") || strings.Contains(w, "=") && i > 0:
			continue
		case wrappers[base]:
			continue
		case isShell(base):
			if len(words) > i+2 && strings.HasSuffix(words[i+1], "c") {
				if run, _ := lastCommand(words[i+2]); run != nil {
					return c.binary(run.name, img)
				}
				return nil
			}
			continue
		case strings.HasSuffix(base, ".sh") || strings.HasSuffix(base, "entrypoint"):
			return c.scriptRuns(base, words[i+1:], img)
		}
		if p := c.binary(base, img); p != nil || i == 0 || !wrapped(words[:i]) {
			return p
		}
	}
	return nil
}

// wrapped reports whether the words hold a wrapper that takes a user or another word before its program.
func wrapped(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return wrappers[path.Base(w)] })
}

// scriptRuns returns the program that a script among the files runs in its end; where that is its arguments, they say.
func (c *checker) scriptRuns(base string, args []string, img *image) *contract.Program {
	for _, f := range c.files {
		if f.kind != script || filepath.Base(f.path) != base {
			continue
		}
		run, _ := lastCommand(f.text)
		switch {
		case run == nil:
			return nil
		case strings.Contains(run.name, "$@"), strings.Contains(run.name, "$*"):
			return c.runs(args, img)
		}
		return c.binary(run.name, img)
	}
	return nil
}

// binary returns the program of a binary: one that the image's own build makes, or the one of that name.
func (c *checker) binary(name string, img *image) *contract.Program {
	if p := c.Names[name]; p == "" && img != nil && img.built[name] != nil {
		return img.built[name]
	}
	return c.named(name)
}

// addImage notes what the last stage of a Dockerfile runs.
func (c *checker) addImage(f *file, s *stage, built map[string]*contract.Program) *image {
	img := &image{file: f, base: s.base, built: built}
	for _, in := range []*instruction{s.entrypoint, s.cmd} {
		if in == nil {
			continue
		}
		list, exec := words(in.rest)
		if !exec {
			list = []string{"sh", "-c", in.rest}
		}
		img.start = append(img.start, list...)
		if in == s.entrypoint {
			img.entry = len(list)
		}
	}
	img.program = c.runs(img.start, img)
	if img.program == nil && len(img.start) > 0 {
		c.logf("%s: what the image starts is no main package that is known", f.path)
	}
	c.images = append(c.images, img)
	return img
}

// ofImage returns the image of that name, if exactly one Dockerfile makes it, and the program that it runs, which else is
// the one that is called like it.
func (c *checker) ofImage(name string) (*image, *contract.Program) {
	name, _, _ = strings.Cut(name, "@")
	base := path.Base(name)
	base, _, _ = strings.Cut(base, ":")
	if base == "" || strings.ContainsAny(name, "${") {
		return nil, nil
	}
	if _, ok := c.Names[base]; ok {
		return nil, c.named(base)
	}
	if _, ok := c.Names[name]; ok {
		return nil, c.named(name)
	}
	var made []*image
	for _, img := range c.images {
		if img.program != nil && (calledLike(img.file.path, base) || slices.Contains(binaryNames(img.program), base)) {
			made = append(made, img)
		}
	}
	if len(made) == 1 {
		return made[0], made[0].program
	}
	for _, called := range []string{base, strings.TrimSuffix(base, "-image"), strings.TrimSuffix(base, "-service")} {
		if p := c.quietly(called); p != nil && ours(name, p) {
			return nil, p
		}
	}
	return nil, nil
}

// common are names that programs of many people have.
var common = map[string]bool{
	"admin": true, "agent": true, "api": true, "app": true, "backend": true, "cli": true, "client": true, "controller": true, "frontend": true, "gateway": true,
	"main": true, "manager": true, "operator": true, "proxy": true, "server": true, "service": true, "web": true, "webhook": true, "worker": true,
}

// ours reports whether an image that is called like the program, or in which a binary of its name runs, is the user's own, as far as names tell: a
// common name says nothing unless the image has no owner, or one that the module's path names as well.
func ours(name string, p *contract.Program) bool {
	owner, _ := path.Split(name)
	if owner == "" || !slices.ContainsFunc(binaryNames(p), func(n string) bool { return common[n] }) {
		return true
	}
	for part := range strings.SplitSeq(strings.Trim(owner, "/"), "/") {
		if slices.Contains(strings.Split(p.Package, "/"), part) {
			return true
		}
	}
	return false
}

// quietly is named for names of images, most of which are not the user's own.
func (c *checker) quietly(name string) *contract.Program {
	log := c.Log
	c.Log = nil
	defer func() { c.Log = log }()
	return c.named(name)
}

// calledLike reports whether a Dockerfile is called for an image: api.Dockerfile, Dockerfile.api, api/Dockerfile.
func calledLike(file, name string) bool {
	base := strings.ToLower(filepath.Base(file))
	switch base {
	case name + ".dockerfile", "dockerfile." + name, "containerfile." + name:
		return true
	case "dockerfile", "containerfile":
		return strings.ToLower(filepath.Base(filepath.Dir(file))) == name
	}
	return false
}
