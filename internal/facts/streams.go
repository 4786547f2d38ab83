package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// StreamAt returns the select by which a handler loops until its client leaves, and which no other case leaves for a reason of the program's own;
// nil where there is none. A stop of the server does not end such a handler.
func (e *Engine) StreamAt(handler *ssa.Function) ssa.Instruction {
	for _, ev := range e.Events(handler) {
		if ev.Kind == Receive && ev.Case >= 0 && InLoop(ev.Instr) && e.endsWithClient(ev.Subject) && e.onlyWayOut(handler, ev) {
			return ev.Instr
		}
	}
	return nil
}

// endsWithClient reports whether the channel is closed when the client of a request leaves, and by nothing that the server does.
func (e *Engine) endsWithClient(channel Set) bool {
	return slices.ContainsFunc(channel, func(o *Object) bool { return o.Kind == Done && e.makerEntry(o.Of).Has("carried") })
}

func (e *Engine) onlyWayOut(handler *ssa.Function, gone *Event) bool {
	return !slices.ContainsFunc(e.Events(handler), func(ev *Event) bool {
		return ev.Instr == gone.Instr && ev != gone && ev.Kind == Receive && !slices.ContainsFunc(ev.Subject, e.firesAlone) && e.leavesFrom(ev)
	})
}

// firesAlone reports whether the channel gets its value, or is closed, after a time.
func (e *Engine) firesAlone(channel *Object) bool {
	if channel.Kind == Done {
		bound, known := e.CtxBound(channel.Of)
		return known && bound > 0
	}
	return e.IsTimer(channel)
}

// leavesFrom reports whether the function can return from the event's case without coming back to its select, but for a client that has gone.
func (e *Engine) leavesFrom(ev *Event) bool {
	left, gone := false, e.clientGone(ev.Instr.Parent())
	After(ev, func(in ssa.Instruction) bool {
		if gone[in] {
			return false
		}
		if _, ok := in.(*ssa.Return); ok {
			left = true
		}
		return in != ev.Instr && !left
	})
	return left
}

// clientGone returns where control enters the branches of a handler that are taken only because something could not be written to the client.
func (e *Engine) clientGone(handler *ssa.Function) map[ssa.Instruction]bool {
	gone := map[ssa.Instruction]bool{}
	for _, b := range handler.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok || !e.fromClient(call, 4) || e.ownMethod(call) {
				continue
			}
			if failed := e.Failed(call); failed != nil && len(failed.Preds) == 1 {
				gone[failed.Instrs[0]] = true
			}
		}
	}
	return gone
}

// fromClient reports whether the value is, or is made of, what the handler gets for its request. A receiver is not.
func (e *Engine) fromClient(v ssa.Value, steps int) bool {
	switch v := v.(type) {
	case *ssa.Parameter:
		return v.Parent().Signature.Recv() == nil || v != v.Parent().Params[0]
	case ssa.Instruction:
		if steps == 0 {
			return false
		}
		for _, op := range v.Operands(nil) {
			if *op != nil && e.fromClient(*op, steps-1) {
				return true
			}
		}
	}
	return false
}

// ownMethod reports whether the call is of a method of this module, which may fail for reasons of the program's own.
func (e *Engine) ownMethod(call *ssa.Call) bool {
	callee := call.Call.StaticCallee()
	return callee != nil && callee.Signature.Recv() != nil && callee.Object() != nil && e.InModule(callee.Object().Pkg())
}

// StreamsAbroad reports whether what is registered is a handler of another package that goes on until its client leaves.
func (e *Engine) StreamsAbroad(r Route) bool {
	return r.Streams || slices.ContainsFunc(r.Handler, func(o *Object) bool {
		fn := e.handlerAbroad(o)
		if fn == nil {
			return false
		}
		sum := e.summary(fn)
		return sum != nil && sum.Streams
	})
}

// handlerAbroad returns the function or method of another package by which the object answers requests, or nil.
func (e *Engine) handlerAbroad(o *Object) *types.Func {
	var fn *types.Func
	switch t := o.Type(); {
	case o.Kind == Code && o.Func != nil:
		fn = o.Func
	case o.Kind == Code && o.Value != nil:
		fn = e.codeCallee(o.Value, nil, nil).Func
	case o.Kind == Made && t != nil && isRouter(t):
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
		fn, _ = obj.(*types.Func)
	}
	if fn == nil || fn.Pkg() == e.Pkg.Pkg {
		return nil
	}
	return fn
}
