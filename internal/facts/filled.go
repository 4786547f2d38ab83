package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// unfilled reports whether there is nothing to save in what the entry's method closes: it saves what other methods put in, the package calls none of those,
// and others cannot, because it keeps the things to itself.
func (e *Engine) unfilled(closer *knowledge.Entry, things Set) bool {
	op, ok := closer.Operand("holds")
	if !ok || op.Place != knowledge.Receiver || op.Field != "" || len(things) == 0 {
		return false
	}
	things = things.Union(e.Holders(things))
	shared := slices.ContainsFunc(things, func(o *Object) bool { return o.Kind == Param || o.Kind == Field && o.Var.Exported() })
	return !shared && !e.fills(things) && !e.HandedOut(things) && !e.HandedAbroad(things)
}

// fills reports whether the package calls a method that puts something into one of the things, or into what is made over one.
func (e *Engine) fills(things Set) bool {
	found := false
	e.eachCall(func(call ssa.CallInstruction) {
		callees, _ := e.Callees(call)
		for _, c := range callees {
			entry := e.Base.Func(c.Func)
			if op, ok := entry.Operand("holds"); ok && op.Place == knowledge.Receiver && op.Field == "" && !entry.Has("closes") {
				recv := e.operand(c, op)
				found = found || recv.Union(e.Under(recv)).Meets(things)
			}
		}
	})
	return found
}
