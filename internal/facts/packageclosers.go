package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// What a package keeps to itself is opened by one of its functions and closed by another. These are the beginnings of their names; what follows is
// the same in both, as in InitTracer and StopTracer.
var (
	packageOpeners = []string{"Init", "Open", "Setup", "Start", "Configure", "Connect", "Enable"}
	packageClosers = []string{"Close", "Shutdown", "Stop", "Flush"}
)

// after returns what follows the first of the prefixes that the name has.
func after(name string, prefixes []string) (string, bool) {
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			return rest, true
		}
	}
	return "", false
}

// opens reports whether a function of the package promises to open that by its name.
func opens(pkg *types.Package, what string) bool {
	return slices.ContainsFunc(packageOpeners, func(prefix string) bool { return pkg.Scope().Lookup(prefix+what) != nil })
}

// packageCloses adds the functions of the module that the instruction names and whose names promise to close what another opens, the libraries that
// it flushes, and what it starts in them.
func (p *Program) packageCloses(e *Engine, in ssa.Instruction) {
	e.operands = in.Operands(e.operands[:0])
	for _, v := range e.operands {
		fn, ok := (*v).(*ssa.Function)
		if !ok || fn.Signature.Recv() != nil {
			continue
		}
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() == nil || !e.InModule(obj.Pkg()) {
			continue
		}
		if what, closes := after(obj.Name(), packageClosers); closes && opens(obj.Pkg(), what) {
			p.Closes = append(p.Closes, obj.FullName())
		}
	}
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return
	}
	list, _ := e.Callees(call)
	if len(list) != 1 || list[0].Func == nil {
		return
	}
	entry := e.Base.Func(list[0].Func)
	if entry.Word("kind") != "provider" {
		return
	}
	if op, ok := entry.Operand("opens"); ok && op.Place == knowledge.New {
		p.Opened = append(p.Opened, list[0].Func.FullName())
	}
	if entry.Has("closes") {
		p.Closes = append(p.Closes, entry.Package())
	}
}

// PackageCloser returns the function of a package of the module that closes what the called one opens there, by their names, where it saves something
// and nothing in the program calls it; or nil.
func (e *Engine) PackageCloser(call *ssa.Call) *types.Func {
	callee := call.Call.StaticCallee()
	if callee == nil || callee.Signature.Recv() != nil {
		return nil
	}
	opener, ok := callee.Object().(*types.Func)
	if !ok || opener.Pkg() == nil || opener.Pkg() == e.Pkg.Pkg || !e.InModule(opener.Pkg()) {
		return nil
	}
	what, ok := after(opener.Name(), packageOpeners)
	if !ok {
		return nil
	}
	for _, prefix := range packageClosers {
		closer, ok := opener.Pkg().Scope().Lookup(prefix + what).(*types.Func)
		if ok && closer.Signature().Params().Len() <= 1 && e.SavesBy(closer) == "flush" && !e.ClosedInProgram(closer) {
			return closer
		}
	}
	return nil
}

// UnflushedInits returns the library functions by which the program starts providers that keep themselves to themselves, where nothing in it flushes
// those, and the call of this package where it has one.
func (e *Engine) UnflushedInits() map[string]ssa.Instruction {
	p := e.Program()
	if e.Pkg.Pkg.Name() != "main" || len(p.Opened) == 0 || p.ClosesMany || e.flushesBelow() {
		return nil
	}
	all := map[string]ssa.Instruction{}
	for _, name := range p.Opened {
		if path := name[:strings.LastIndexByte(name, '.')]; !slices.Contains(p.Closes, path) {
			all[name] = nil
		}
	}
	e.eachCall(func(call ssa.CallInstruction) {
		list, _ := e.Callees(call)
		if len(list) == 1 && list[0].Func != nil {
			if _, ok := all[list[0].Func.FullName()]; ok {
				all[list[0].Func.FullName()] = call
			}
		}
	})
	return all
}

// flushesBelow reports whether a function of another package that this one calls flushes a provider.
func (e *Engine) flushesBelow() bool {
	for _, fn := range e.Funcs {
		for _, ev := range e.Events(fn) {
			if ev.Kind == Save && ev.Word == "flush" && ev.Server == "provider" && len(ev.Steps) > 0 {
				return true
			}
		}
	}
	return false
}

// UsesResult reports whether something uses that result of the call.
func UsesResult(call *ssa.Call, index int) bool {
	if call.Call.Signature().Results().Len() == 1 {
		return len(*call.Referrers()) > 0
	}
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		ex, ok := ref.(*ssa.Extract)
		return !ok || ex.Index == index && len(*ex.Referrers()) > 0
	})
}

// SavesWhenCalled reports whether the object is a function that flushes something when it is called, or nothing at all.
func (e *Engine) SavesWhenCalled(o *Object) bool {
	switch v := o.Value.(type) {
	case *ssa.MakeClosure:
		return e.savesIn(v.Fn.(*ssa.Function)) == "flush"
	case *ssa.Function:
		return len(v.Blocks) > 0 && e.savesIn(v) == "flush"
	}
	if o.Kind != Code || o.Func == nil {
		return o.Kind == Nil
	}
	if entry := e.Base.Func(o.Func); entry != nil {
		return entry.Word("effect") == "flush" && entry.Word("kind") != "logger"
	}
	return e.SavesBy(o.Func) == "flush"
}
