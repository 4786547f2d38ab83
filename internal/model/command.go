package model

import (
	"go/types"
	"path"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// shells are programs that start other programs and do not hand signals on.
var shells = map[string]bool{"sh": true, "bash": true, "dash": true, "ash": true, "zsh": true, "ksh": true}

// childCommand reads what the child runs and which ctx ends it.
func (m *Model) childCommand(call *ssa.Call, c *Child) {
	shell := ""
	if args, ok := m.e.KnownCall(call, "name"); ok && len(args) == 1 && args[0].Value != nil {
		name, known := m.e.Text(args[0].Value)
		shell = path.Base(name)
		c.Shell = known && shells[shell]
		c.Itself = m.e.NamesItself(args[0].Value)
		c.Script = known && strings.HasSuffix(name, ".sh")
	}
	if args, ok := m.e.KnownCall(call, "args"); ok && len(args) == 1 && args[0].Value != nil && c.Shell {
		elems, _ := m.e.Elements(args[0].Value)
		option, replaced := false, false
		for i, el := range elems {
			text, ok := m.e.Text(el)
			c.Script = c.Script || i == 0 && !ok // a shell's first argument is the file to run, or an option like -c
			replaced = replaced || ok && option && becomes(shell, text)
			option = ok && (text == "-c" || text == "-ec")
			c.Script = c.Script || option || ok && strings.HasSuffix(text, ".sh")
		}
		c.Script = c.Script && !replaced
	}
	if args, ok := m.e.KnownCall(call, "ctx"); ok && len(args) == 1 && args[0].Value != nil {
		ctx := m.e.Eval(args[0].Value)
		c.WithCtx = !m.neverEnds(ctx)
		c.ctx = m.lineage(m.e.Widen(m.lineage(ctx)))
	}
}

// becomes reports whether the shell becomes the program of its script instead of starting it: the script says so, or it is one plain command and
// the shell is bash, which saves the process then. dash does not.
func becomes(shell, script string) bool {
	return strings.HasPrefix(script, "exec ") || shell == "bash" && !strings.ContainsAny(script, ";&|<>\n")
}

// processGroup reports whether the child gets a group or session of its own, and whether its attributes are set in a way that is not in view.
func (m *Model) processGroup(child facts.Set) (group, unknown bool) {
	values := m.e.FieldValues(child, "SysProcAttr")
	for _, v := range values {
		attrs := m.e.Eval(v)
		if len(m.e.FieldValues(attrs, "Setpgid"))+len(m.e.FieldValues(attrs, "Setsid"))+len(m.e.FieldValues(attrs, "Pdeathsig")) > 0 {
			group = true
		} else {
			unknown = true
		}
	}
	return group, unknown || !group && len(m.e.Loads(child, "SysProcAttr")) > len(values)
}

// onTerminal reports whether the child reads from the terminal.
func (m *Model) onTerminal(child facts.Set) bool {
	for _, v := range m.e.FieldValues(child, "Stdin") {
		for _, o := range m.e.Eval(v) {
			if o.Kind == facts.Global && o.Var.Name() == "Stdin" {
				return true
			}
		}
	}
	return false
}

// buffered reports whether the child's output goes to something that is not a file, so that a pipe and a goroutine carry it.
func (m *Model) buffered(child facts.Set) bool {
	for _, name := range []string{"Stdout", "Stderr"} {
		for _, v := range m.e.FieldValues(child, name) {
			if mi, ok := v.(*ssa.MakeInterface); ok && !strings.HasSuffix(mi.X.Type().String(), "os.File") {
				return true
			}
		}
	}
	return false
}

// neverEnds reports whether the ctx has no way to end: it is the background.
func (m *Model) neverEnds(ctx facts.Set) bool {
	for _, o := range ctx {
		bound, known := m.e.CtxBound(o)
		if !known || bound != 0 || m.e.TakesParent(o) || len(m.e.CtxParents(o)) > 0 || (facts.Set{o}).Meets(m.notified()) {
			return false
		}
	}
	return len(ctx) > 0
}

// readable reports whether a call that makes a pipe returns the end that is read.
func readable(pipe *ssa.Call) bool {
	return hasMethod(pipe.Call.Signature().Results().At(0).Type(), "Read")
}

// hasMethod reports whether the type is an interface with a method of that name.
func hasMethod(t types.Type, name string) bool {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for fn := range i.Methods() {
		if fn.Name() == name {
			return true
		}
	}
	return false
}
