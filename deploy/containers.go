package deploy

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
	"mvdan.cc/sh/v3/syntax"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// values returns the words of a list, or of a text that is one command line.
func values(n *yaml.Node) []string {
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return split(n.Value)
	}
	var list []string
	for _, item := range n.Content {
		list = append(list, item.Value)
	}
	return list
}

// split takes a command line apart as compose does, which runs no shell.
func split(text string) []string {
	parsed, err := parseShell(text, "")
	if err != nil || len(parsed.Stmts) != 1 {
		return strings.Fields(text)
	}
	call, ok := parsed.Stmts[0].Cmd.(*syntax.CallExpr)
	if !ok || len(call.Assigns) > 0 || len(parsed.Stmts[0].Redirs) > 0 {
		return strings.Fields(text)
	}
	var list []string
	for _, w := range call.Args {
		list = append(list, plain(w))
	}
	return list
}

// texts joins all values below the nodes, keys included.
func texts(nodes ...*yaml.Node) string {
	var b strings.Builder
	var add func(n *yaml.Node, depth int)
	add = func(n *yaml.Node, depth int) {
		if n == nil || depth > maxDepth {
			return
		}
		b.WriteString(n.Value + " ")
		for _, child := range n.Content {
			add(child, depth+1)
		}
	}
	for _, n := range nodes {
		add(n, 0)
	}
	return b.String()
}

// container judges a container of a pod together with the program that it runs.
func (c *checker) container(r *running, ct, grace *yaml.Node) {
	name, from := at(ct, "name"), at(ct, "image")
	if name == nil && from == nil {
		return
	}
	var img *image
	img, r.program = c.contained(name, from, at(ct, "command"), at(ct, "args"))
	if r.program == nil {
		return
	}
	r.known = r.known && !c.overlaid(c.name, r.grace, grace != nil)
	r.line, r.column = ct.Line, ct.Column
	if grace != nil {
		r.line, r.column = grace.Line, grace.Column
	}
	r.text = texts(at(ct, "command"), at(ct, "args"), at(ct, "env"))
	r.open = at(ct, "envFrom") != nil
	r.words = commandLine(img, values(at(ct, "command")), values(at(ct, "args")))
	lifecycle := at(ct, "lifecycle")
	key, list, seconds := hookTime(at(lifecycle, "preStop"))
	r.preStop = time.Duration(seconds) * time.Second
	c.drains(r)
	if key != nil {
		c.hookRuns(r, img, list, key)
	} else if at(lifecycle, "preStop") == nil {
		c.pending = append(c.pending, pending{*r, c.labels})
	}
	if key, value := field(lifecycle, "stopSignal"); key != nil {
		c.taken(r.file, r.program, "stopSignal is "+value.Value, value.Value, key.Line, key.Column)
	}
	if key, value := field(at(ct, "livenessProbe"), "terminationGracePeriodSeconds"); key != nil {
		if n, err := strconv.Atoi(value.Value); err == nil {
			probed := *r
			probed.grace, probed.known, probed.preStop, probed.what = time.Duration(n)*time.Second, true, r.preStop, "pod that fails this probe"
			probed.line, probed.column = key.Line, key.Column
			c.drains(&probed)
		}
	}
}

// contained returns the program that a container runs, and its image, if a Dockerfile at hand makes it.
func (c *checker) contained(name, from, command, args *yaml.Node) (*image, *contract.Program) {
	if name != nil && c.Names[name.Value] != "" {
		return nil, c.named(name.Value)
	}
	var img *image
	var p *contract.Program
	if from != nil {
		img, p = c.ofImage(from.Value)
	}
	list := values(command)
	switch {
	case len(list) > 0:
		list = append(list, values(args)...)
		if p = c.runs(list, img); p != nil && img == nil && from != nil && !ours(from.Value, p) {
			p = nil
		}
	case img != nil && len(values(args)) > 0:
		p = c.runs(append(img.entrypoint(), values(args)...), img)
	}
	if p == nil && from != nil {
		c.logf("the image %s is of no main package that is known", from.Value)
	}
	return img, p
}

// commandLine is what a container runs: what its manifest says, in the place of what the image says.
func commandLine(img *image, entrypoint, args []string) []string {
	switch {
	case len(entrypoint) > 0:
		return append(entrypoint, args...)
	case img == nil:
		return append([]string{"/"}, args...) // whatever the image starts
	case len(args) > 0:
		return append(img.entrypoint(), args...)
	}
	return img.start
}

// hookRuns judges a preStop hook against the image that it runs in.
func (c *checker) hookRuns(r *running, img *image, list []string, key *yaml.Node) {
	if img == nil || len(list) == 0 || !empty(img.base) {
		return
	}
	c.add(r.file, "prestop", "no-program", "error", "the image has no "+filepath.Base(list[0])+": it is made from "+img.base+" ("+shown(img.file.path)+"), so the hook fails at once",
		key.Line, key.Column)
}

// empty reports whether an image holds no programs but those that are copied into it.
func empty(base string) bool {
	name, tag, _ := strings.Cut(base, ":")
	return base == "scratch" || strings.HasPrefix(name, "gcr.io/distroless/") && !strings.Contains(tag, "debug")
}

// composeGrace is the grace period of a service that names none.
const composeGrace = 10 * time.Second

// composed judges a service of a compose project together with the program that it runs.
func (c *checker) composed(f *file, name, s *yaml.Node) {
	r := &running{file: f, what: "container", grace: composeGrace, known: true, line: name.Line, column: name.Column}
	var img *image
	img, r.program = c.serviceRuns(f, name, s)
	if r.program == nil {
		return
	}
	if key, value := field(s, "stop_grace_period"); key != nil {
		d, err := time.ParseDuration(value.Value)
		r.grace, r.known, r.line, r.column = d, err == nil, key.Line, key.Column
	}
	r.text = texts(at(s, "command"), at(s, "entrypoint"), at(s, "environment"))
	r.words = commandLine(img, values(at(s, "entrypoint")), values(at(s, "command")))
	for _, setting := range []string{"entrypoint", "command"} {
		key, value := field(s, setting)
		c.underShell(f, key, values(value))
	}
	r.open = at(s, "env_file") != nil || at(s, "extends") != nil
	r.known = r.known && !c.overlaid(serviceName(f, name), r.grace, true) && at(s, "extends") == nil && at(s, "<<") == nil
	c.drains(r)
	if key, value := field(s, "stop_signal"); key != nil {
		c.taken(f, r.program, "stop_signal is "+value.Value, value.Value, key.Line, key.Column)
	}
}

// underShell reports a program of ours that a service starts under a shell.
func (c *checker) underShell(f *file, key *yaml.Node, list []string) {
	list, _ = behindInit(list)
	if len(list) < 3 || !isShell(list[0]) || !strings.HasSuffix(list[1], "c") {
		return
	}
	if run, single := lastCommand(list[2]); run != nil && !run.exec && !single && !harmless[run.name] {
		c.add(f, "shellform", "shell-form", "warning", "the shell of this command passes no SIGTERM on to "+run.name, key.Line, key.Column)
	}
}

// serviceRuns returns the image and the program of a service: what its command names, or what the image runs that it builds or is called for.
func (c *checker) serviceRuns(f *file, name, s *yaml.Node) (*image, *contract.Program) {
	if c.Names[name.Value] != "" {
		return nil, c.named(name.Value)
	}
	var img *image
	var p *contract.Program
	if build := at(s, "build"); build != nil {
		img = c.built(f, build)
	} else if from := at(s, "image"); from != nil {
		img, p = c.ofImage(from.Value)
	}
	if img != nil {
		p = img.program
	}
	entry, command := values(at(s, "entrypoint")), values(at(s, "command"))
	switch {
	case len(entry) > 0:
		from := at(s, "image")
		if p = c.runs(append(entry, command...), img); p != nil && img == nil && from != nil && !ours(from.Value, p) {
			p = nil
		}
	case len(command) > 0 && img != nil:
		p = c.runs(append(img.entrypoint(), command...), img)
	}
	return img, p
}

// built returns the image of the Dockerfile that a service builds.
func (c *checker) built(f *file, build *yaml.Node) *image {
	dir, name := build.Value, "Dockerfile"
	if build.Kind == yaml.MappingNode {
		dir = "."
		if n := at(build, "context"); n != nil {
			dir = n.Value
		}
		if n := at(build, "dockerfile"); n != nil {
			name = n.Value
		}
		if at(build, "target") != nil {
			return nil // another stage than the last
		}
	}
	path := filepath.Join(filepath.Dir(f.path), filepath.FromSlash(dir), filepath.FromSlash(name))
	for _, img := range c.images {
		if filepath.Clean(img.file.path) == path {
			return img
		}
	}
	return nil
}
