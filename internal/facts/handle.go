package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Handle reports whether code that is not in view can get hold of one of the servers so that it can stop it: the server is handed out, given to a
// function of another package, or one of its methods is taken as a value.
func (e *Engine) Handle(servers Set) bool {
	return e.stoppedByName(servers, false) || e.HandleBeyond(servers)
}

// stoppedByName reports whether the program stops what one of the fields or variables holds. Those of a program's own package do not count where
// only others are asked for.
func (e *Engine) stoppedByName(servers Set, others bool) bool {
	for _, o := range servers {
		if others && e.Pkg.Pkg.Name() == "main" && o.Var != nil && o.Var.Pkg() == e.Pkg.Pkg {
			continue
		}
		if r, ok := e.ref(o, nil, 0); ok && (r.Root == RootField || r.Root == RootGlobal) && e.Program().StopsServer(r.Name) {
			return true
		}
	}
	return false
}

// HandleBeyond is Handle for callers that know the stops of this package themselves.
func (e *Engine) HandleBeyond(servers Set) bool {
	if e.HandedOut(servers) || e.stoppedByName(servers, true) {
		return true
	}
	return slices.ContainsFunc(e.handouts(), func(h handout) bool {
		return e.bindsMethod(h.in, servers) || e.anyMeets(h.values, servers) && !onlyRegisters(h.in)
	})
}

// servesAlone reports whether the server of the event is a parameter of the function that no code which is not in view gets from it.
func (e *Engine) servesAlone(serve *Event, fn *ssa.Function) bool {
	return len(serve.Subject) == 1 && serve.Subject[0].Kind == Param && serve.Subject[0].Fn == fn && e.keepsAll(fn, serve.Subject, 0)
}

// keepsAll reports whether the function, its literals and what they call in this package let nobody else get hold of the objects.
func (e *Engine) keepsAll(fn *ssa.Function, objects Set, depth int) bool {
	if depth > maxSteps || e.Escapes(objects) || slices.ContainsFunc(e.Holders(objects), func(o *Object) bool { return o.Kind != Made }) {
		return false
	}
	return !slices.ContainsFunc(e.Funcs, func(f *ssa.Function) bool { return outermost(f) == fn && e.passesOn(f, objects, depth) })
}

// passesOn reports whether the function gives one of the objects to a function that may keep it, or takes a method of it as a value.
func (e *Engine) passesOn(fn *ssa.Function, objects Set, depth int) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if e.bindsMethod(in, objects) {
				return true
			}
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for i, v := range call.Common().Args {
				if canHold(v.Type()) && e.Eval(v).Meets(objects) && !e.calleeKeeps(call, i, depth) {
					return true
				}
			}
		}
	}
	return false
}

// calleeKeeps reports whether what the call hands over at the index stays with a library that knowledge describes, or with functions of this package
// that keep it to themselves.
func (e *Engine) calleeKeeps(call ssa.CallInstruction, index, depth int) bool {
	callees, all := e.Callees(call)
	for _, c := range callees {
		switch {
		case e.Base.Func(c.Func) != nil:
		case c.Fn == nil || index >= len(c.Fn.Params) || !e.keepsAll(c.Fn, e.Eval(c.Fn.Params[index]), depth+1):
			return false
		}
	}
	return all && len(callees) > 0
}

// servedAlone reports whether the callee, a function of another package, serves the value and does no more with it.
func (e *Engine) servedAlone(c Callee, v ssa.Value) bool {
	if c.Func == nil {
		return false
	}
	sum := e.summary(c.Func)
	index := slices.IndexFunc(c.Args, func(a Arg) bool { return a.Value == v })
	return sum != nil && slices.ContainsFunc(sum.Effects, func(eff Effect) bool {
		return eff.Kind == Serve && eff.Alone && slices.ContainsFunc(eff.Subject, func(r Ref) bool { return r.fromCaller() && r.Index == index })
	})
}

func (e *Engine) bindsMethod(in ssa.Instruction, objects Set) bool {
	mc := boundMethod(in)
	if mc == nil || !e.Eval(mc.Bindings[0]).Meets(objects) {
		return false
	}
	entry := e.Base.Func(e.codeCallee(mc, nil, nil).Func)
	if entry.Has("halt") && entry.Word("kind") == "http" {
		return false // who has got its Close can only cut what a drain would wait for
	}
	return !entry.Has("serve") // who has got its Serve cannot stop it
}

// boundMethod returns the instruction as the value of a method with its receiver, or nil.
func boundMethod(in ssa.Instruction) *ssa.MakeClosure {
	mc, ok := in.(*ssa.MakeClosure)
	if !ok || !strings.HasPrefix(mc.Fn.(*ssa.Function).Synthetic, "bound method wrapper") {
		return nil
	}
	return mc
}

// onlyRegisters reports whether a call does no more to a server than put a service on it: generated code and gRPC's own helpers are named so,
// and take the server as a registrar, which cannot be stopped.
func onlyRegisters(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	callee := call.Common().StaticCallee()
	return callee != nil && strings.HasPrefix(callee.Name(), "Register")
}

// SameModule reports whether the function that an event of another package comes from belongs to the module of this package.
func (e *Engine) SameModule(ev *Event) bool {
	if len(ev.Steps) == 0 {
		return true
	}
	fn := e.lookupFunc(ev.Steps[0].Func)
	return fn != nil && e.InModule(fn.Pkg())
}

// InModule reports whether a package belongs to the module of this one. A driver that knows no modules, such as Bazel's, gets the answer of
// the paths: packages of one repository belong together.
func (e *Engine) InModule(p *types.Package) bool {
	path := e.modulePath()
	return p == e.Pkg.Pkg || p.Path() == path || strings.HasPrefix(p.Path(), path+"/")
}

// modulePath returns the path of the package's module, or what stands for it where the driver does not say.
func (e *Engine) modulePath() string {
	if e.Pass.Module != nil {
		return e.Pass.Module.Path
	}
	return repository(e.Pkg.Pkg.Path())
}

// Folders returns the folders between the root of the module and the package, the package's own last.
func (e *Engine) Folders() []string {
	return strings.Split(strings.TrimPrefix(e.Pkg.Pkg.Path(), e.modulePath()), "/")
}

// repository returns the part of a package's path that names its repository, as most hosts have it: github.com/owner/name, host/name, name.
func repository(path string) string {
	elements := strings.Split(path, "/")
	n := 1
	switch elements[0] {
	case "github.com", "gitlab.com", "bitbucket.org", "codeberg.org":
		n = 3
	default:
		if strings.Contains(elements[0], ".") {
			n = 2
		}
	}
	return strings.Join(elements[:min(n, len(elements))], "/")
}

// StoppedBelow reports whether a package below this one stops one of the servers, which lie in its fields or variables.
func (e *Engine) StoppedBelow(servers Set) bool {
	for _, o := range servers {
		r, ok := e.ref(o, nil, 0)
		if ok && (r.Root == RootField || r.Root == RootGlobal) && slices.Contains(e.Program().Stopped, r.Name) {
			return true
		}
	}
	return false
}

// CallsStop reports whether the function calls a method that is named like a stop of a server, also through an interface or as a value.
func (e *Engine) CallsStop(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			name := ""
			switch in := in.(type) {
			case ssa.CallInstruction:
				if in.Common().IsInvoke() {
					name = in.Common().Method.Name()
				} else if callee := in.Common().StaticCallee(); callee != nil && callee.Signature.Recv() != nil && !e.ofStandard(callee) {
					name = callee.Name()
				}
			case *ssa.MakeClosure:
				name = strings.TrimSuffix(in.Fn.Name(), "$bound")
			}
			if stopNames[name] {
				return true
			}
		}
	}
	return false
}

// ofStandard reports whether the function belongs to the standard library, whose stops knowledge names.
func (e *Engine) ofStandard(fn *ssa.Function) bool {
	f, ok := fn.Object().(*types.Func)
	return ok && f.Pkg() != nil && ScopeOf(f.Pkg().Path(), nil) == Standard
}

var stopNames = map[string]bool{"Stop": true, "Close": true, "Shutdown": true, "GracefulStop": true, "Drain": true, "Terminate": true}

// Stops reports whether the type of the object, or a pointer to it, has a method that promises to stop it.
func Stops(t types.Type) bool {
	for _, name := range []string{"Stop", "Close", "Shutdown"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}
