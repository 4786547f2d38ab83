package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// SignalList is what a registration lists.
type SignalList struct {
	Numbers []int64   // none where Known: every signal
	Known   bool      // Numbers is the whole list
	Param   int       // 1 + the index of the parameter that is the list; 0 where it is none
	Value   ssa.Value // the list, where this package has it
}

// Every reports whether the registration is for every signal.
func (l SignalList) Every() bool { return l.Known && len(l.Numbers) == 0 }

// Lists reports whether one of the signals is listed, or the list is of every signal.
func (l SignalList) Lists(numbers ...int64) bool {
	for _, n := range l.Numbers {
		for _, want := range numbers {
			if n == want {
				return true
			}
		}
	}
	return l.Every()
}

// signalList reads a list of signals: written at the call, built in a variable, returned by a function, or the caller's.
func (e *Engine) signalList(v ssa.Value) SignalList {
	list := SignalList{Value: v}
	switch v := v.(type) {
	case nil:
		return list
	case *ssa.Const:
		list.Known = v.IsNil()
		return list
	case *ssa.Parameter:
		for i, p := range v.Parent().Params {
			if p == v {
				list.Param = i + 1
			}
		}
		return list
	}
	elems, ok := e.Elements(v)
	if !ok || len(elems) == 0 {
		return list
	}
	for _, el := range elems {
		ns, ok := e.SignalNumbers(el)
		if !ok || len(ns) != 1 {
			return list
		}
		list.Numbers = append(list.Numbers, ns[0])
	}
	list.Known = true
	return list
}

// relist is a callee's list as its caller knows it.
func (e *Engine) relist(list SignalList, c Callee) SignalList {
	if i := list.Param - 1; i >= 0 && i < len(c.Args) {
		return e.signalList(c.Args[i].Value)
	}
	return list
}

// SignalNumbers returns the signals that a value of type os.Signal can be; false where they are not known.
func (e *Engine) SignalNumbers(v ssa.Value) ([]int64, bool) {
	if u, ok := v.(*ssa.UnOp); ok {
		if g, ok := u.X.(*ssa.Global); ok {
			if entry := e.Base.Var(g.Object()); entry.Has("signal") {
				return []int64{int64(entry.Number("signal"))}, true
			}
		}
	}
	return e.Int(v)
}

// Kills reports whether the target has kill(2). Where it does not, there is no SIGTERM to be sent.
func (e *Engine) Kills() bool {
	p := e.packages()["syscall"]
	if p == nil || !p.Complete() {
		return true
	}
	_, ok := p.Scope().Lookup("Kill").(*types.Func)
	return ok
}
