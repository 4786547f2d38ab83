package facts

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Failed returns the block that control enters when the error of a call is not nil, or nil where the code does not ask.
func (e *Engine) Failed(in ssa.Instruction) *ssa.BasicBlock {
	call, ok := in.(*ssa.Call)
	if !ok {
		return nil
	}
	err := errorResult(call)
	if err == nil || err.Referrers() == nil {
		return nil
	}
	for _, ref := range *err.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || !isNil(cmp.X) && !isNil(cmp.Y) {
			continue
		}
		branch, ok := cmp.Block().Instrs[len(cmp.Block().Instrs)-1].(*ssa.If)
		if !ok || branch.Cond != ssa.Value(cmp) {
			continue
		}
		if cmp.Op == token.EQL {
			return cmp.Block().Succs[1]
		}
		return cmp.Block().Succs[0]
	}
	return nil
}

// AskedBefore reports whether the error of a call is handed to a function before control comes to the block: errors.Is tells errors apart there.
func (e *Engine) AskedBefore(in ssa.Instruction, block *ssa.BasicBlock) bool {
	err := errorResult(in.(*ssa.Call))
	for _, ref := range *err.Referrers() {
		if call, ok := ref.(*ssa.Call); ok && call.Block() != block && call.Block().Dominates(block) {
			return true
		}
	}
	return false
}

// AsksNil returns the branches right before the instruction that ask whether one of the objects is there at all.
func (e *Engine) AsksNil(in ssa.Instruction, objects Set) []ssa.Instruction {
	var asks []ssa.Instruction
	for _, b := range in.Block().Preds {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cmp, ok := branch.Cond.(*ssa.BinOp)
		if ok && isNil(cmp.Y) && e.Eval(cmp.X).Meets(objects) {
			asks = append(asks, branch)
		}
	}
	return asks
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// MakesHijacker reports whether the object is a handler that takes connections away from the server.
func (e *Engine) MakesHijacker(o *Object) bool { return e.hijacks(e.makerEntry(o).Word("kind")) }

func (e *Engine) hijacks(kind string) bool { return kind == "hijacked" }

// Takes returns the call by which the function takes a connection away from the server, or nil.
func (e *Engine) Takes(fn *ssa.Function) *ssa.Call {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			list, _ := e.Callees(call)
			for _, c := range list {
				if entry := e.Base.Func(c.Func); entry.Has("opens") && !entry.Has("wrap") && e.hijacks(entry.Word("kind")) {
					return call
				}
			}
		}
	}
	return nil
}

// ServedBy returns the objects whose ServeHTTP the function calls.
func (e *Engine) ServedBy(fn *ssa.Function) Set {
	var set Set
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			switch callee := call.Call.StaticCallee(); {
			case call.Call.IsInvoke() && call.Call.Method.Name() == "ServeHTTP":
				set = set.Union(e.Eval(call.Call.Value))
			case callee != nil && callee.Name() == "ServeHTTP" && callee.Signature.Recv() != nil:
				set = set.Union(e.Eval(call.Call.Args[0]))
			}
		}
	}
	return set
}
