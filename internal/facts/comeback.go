package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// comesBack reports whether a function that waits for the end of a ctx, itself or in a call, can return because of it and as after success.
// What a caller does then, it does with a ctx that has ended, and takes it for the usual way.
func (e *Engine) comesBack(ev *Event) bool {
	own := ev.Via == nil && len(ev.Steps) == 0
	if ev.Kind != Receive || ev.Mode != Sync || ev.Spawned != nil || !own && !ev.ComesBack && !ev.Must {
		return false
	}
	for _, o := range ev.Subject {
		if o.Kind != Done {
			return false
		}
	}
	back := false
	After(ev, func(in ssa.Instruction) bool {
		if ret, ok := in.(*ssa.Return); ok {
			back = back || e.succeeds(ret)
		}
		return !back && in != ev.Instr
	})
	return back
}

// succeeds reports whether the return can be one of success: it returns no error, none that is known, or that of a stop or of a function in view.
func (e *Engine) succeeds(ret *ssa.Return) bool {
	n := len(ret.Results)
	if n == 0 || !IsError(ret.Results[n-1].Type()) {
		return true
	}
	switch v := ret.Results[n-1].(type) {
	case *ssa.Const:
		return v.IsNil()
	case *ssa.Call:
		return e.canSucceed(v)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && e.canSucceed(call)
	}
	return false
}

func (e *Engine) canSucceed(call *ssa.Call) bool {
	callees, _ := e.Callees(call)
	for _, c := range callees {
		entry := e.Base.Func(c.Func)
		if c.Fn != nil || entry.Has("drain") || entry.Has("wait") {
			return true
		}
	}
	return false
}

// IsError reports whether the type is error.
func IsError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }
