package facts

import (
	"time"

	"golang.org/x/tools/go/ssa"
)

// CtxParents returns the ctxs whose end ends this one, as far as the call that made it says.
func (e *Engine) CtxParents(o *Object) Set {
	if o.Fact != nil {
		var set Set
		call, _ := o.Value.(*ssa.Call)
		if call == nil {
			return nil
		}
		callees, _ := e.Callees(call)
		for _, c := range callees {
			for i := range o.Fact.Parents {
				set = set.Union(e.resolveRef(&o.Fact.Parents[i], c, call, -1))
			}
		}
		return set
	}
	entry := e.makerEntry(o)
	op, ok := entry.Operand("parent")
	if !ok {
		return nil
	}
	list, _ := e.Callees(o.MakerCall())
	set := e.operand(list[0], op)
	if o.At == nil {
		return set
	}
	callees, _ := e.Callees(o.At)
	for _, c := range callees {
		if c.Fn != nil && outermost(o.MakerCall().Parent()) == c.Fn {
			return e.substitute(set, c, o.At)
		}
	}
	return set
}

// CtxBound returns the time after which the ctx ends by itself: 0 where it has none, -1 where it is not constant. The second result is false
// where it is not known how the ctx is made.
func (e *Engine) CtxBound(o *Object) (time.Duration, bool) {
	if o.Fact != nil {
		return time.Duration(o.Fact.Bound), o.Fact.Name != ""
	}
	entry := e.makerEntry(o)
	if !entry.Has("ctx") && !entry.Has("signalctx") && !entry.Has("groupctx") {
		return 0, false
	}
	op, ok := entry.Operand("bound")
	if !ok {
		return 0, true
	}
	list, _ := e.Callees(o.MakerCall())
	return (&scan{Engine: e}).bound(list[0], op), true
}

// ChanCap returns the capacity of a made channel, or -1.
func (e *Engine) ChanCap(o *Object) int64 {
	if o.Fact != nil {
		return o.Fact.Cap
	}
	mc, ok := o.Value.(*ssa.MakeChan)
	if !ok || o.Kind != Made {
		return -1
	}
	if n, ok := e.Int(mc.Size); ok && len(n) == 1 {
		return n[0]
	}
	return -1
}

// TakesParent reports whether the call that made the ctx takes another one as its parent.
func (e *Engine) TakesParent(o *Object) bool {
	if o.Fact != nil {
		entry := e.Base.Named(o.Fact.Name)
		return len(o.Fact.Parents) > 0 || !entry.Has("ctx") || entry.Has("parent")
	}
	return e.makerEntry(o).Has("parent")
}

// GroupCtxs returns the ctxs that end when the wait for one of the groups does.
func (e *Engine) GroupCtxs(groups Set) Set {
	var set Set
	for _, g := range groups {
		entry := e.makerEntry(g)
		op, ok := entry.Operand("groupctx")
		if !ok {
			continue
		}
		ctx := *g
		ctx.Index = op.Index
		set = set.Union(e.one(ctx))
	}
	return set
}

// IsGroupCtx reports whether the ctx is one that ends when a member of a group fails.
func (e *Engine) IsGroupCtx(o *Object) bool {
	op, ok := e.makerEntry(o).Operand("groupctx")
	return ok && op.Index == o.Index
}
