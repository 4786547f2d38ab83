package facts

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// SignalList is what a registration lists.
type SignalList struct {
	Numbers []int64   // none where Known: every signal; else those that are sure to be listed
	Known   bool      // Numbers is the whole list
	Param   int       // 1 + the index of the parameter that is the list; 0 where it is none
	Value   ssa.Value // the list, where this package has it
}

// Every reports whether the registration is for every signal.
func (l *SignalList) Every() bool { return l.Known && len(l.Numbers) == 0 }

// Lists reports whether one of the signals is listed, or the list is of every signal.
func (l *SignalList) Lists(numbers ...int64) bool {
	return l.Every() || slices.ContainsFunc(numbers, func(n int64) bool { return slices.Contains(l.Numbers, n) })
}

// signalList reads a list of signals: written at the call, built in a variable, returned by a function, or the caller's.
func (e *Engine) signalList(v ssa.Value) *SignalList {
	list := &SignalList{Value: v}
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
	case *ssa.Phi:
		list.Numbers = e.commonSignals(v.Edges)
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

// commonSignals returns the signals that all of the lists hold.
func (e *Engine) commonSignals(lists []ssa.Value) []int64 {
	var common []int64
	for i, v := range lists {
		if _, loop := v.(*ssa.Phi); loop {
			return nil
		}
		numbers := e.signalList(v).Numbers
		if i == 0 {
			common = numbers
		}
		common = slices.DeleteFunc(slices.Clone(common), func(n int64) bool { return !slices.Contains(numbers, n) })
	}
	return common
}

// relist is a callee's list as its caller knows it.
func (e *Engine) relist(list *SignalList, c Callee) *SignalList {
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
	if nums, ok := e.Int(v); ok {
		return nums, true
	}
	var nums []int64
	sources := e.signalSources(v, 0)
	for _, source := range sources {
		ns, ok := e.Int(source)
		if !ok {
			return nil, false
		}
		nums = append(nums, ns...)
	}
	slices.Sort(nums)
	return slices.Compact(nums), len(sources) > 0
}

// signalSources returns the values that a signal can be: all that the package stores in the field that it is read from, or passes for the parameter that
// it is. It returns none where others can give it a value too.
func (e *Engine) signalSources(v ssa.Value, depth int) []ssa.Value {
	var sources []ssa.Value
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		if depth > maxSteps || len(e.stores.taken[fn]) > 0 || e.Pkg.Pkg.Name() != "main" && token.IsExported(fn.Name()) {
			return nil
		}
		index := slices.Index(fn.Params, v)
		for _, call := range e.stores.calls[fn] {
			arg := call.Common().Args[index]
			if deeper := e.signalSources(arg, depth+1); len(deeper) > 0 {
				sources = append(sources, deeper...)
			} else {
				sources = append(sources, arg)
			}
		}
	case *ssa.UnOp:
		field := loadedField(v)
		if field == nil || field.Pkg() != e.Pkg.Pkg || field.Exported() && e.Pkg.Pkg.Name() != "main" {
			return nil
		}
		for _, st := range e.stores.fields[field] {
			sources = append(sources, st.value)
		}
	}
	return sources
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

// Stopping is the number of SIGSTOP on the target, which differs from system to system.
func (e *Engine) Stopping() int64 {
	const linux = 19
	if p := e.packages()["syscall"]; p != nil {
		if c, ok := p.Scope().Lookup("SIGSTOP").(*types.Const); ok {
			if n, exact := constant.Int64Val(c.Val()); exact {
				return n
			}
		}
	}
	return linux
}

// SignalName is what package syscall calls the signal of that number on the target, or "".
func (e *Engine) SignalName(number int64) string {
	p := e.packages()["syscall"]
	if p == nil {
		return ""
	}
	for _, name := range p.Scope().Names() {
		c, ok := p.Scope().Lookup(name).(*types.Const)
		if !ok || !strings.HasPrefix(name, "SIG") {
			continue
		}
		if n, exact := constant.Int64Val(constant.ToInt(c.Val())); exact && n == number {
			return name
		}
	}
	return ""
}

// CallsKnown reports whether the function itself calls one that knowledge has the key for.
func (e *Engine) CallsKnown(fn *ssa.Function, key string) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok {
				list, _ := e.Callees(call)
				for _, c := range list {
					if e.Base.Func(c.Func).Has(key) {
						return true
					}
				}
			}
		}
	}
	return false
}

// HandsOn reports whether what a receive yields goes to code that may tell it from others: a function that takes a signal, a
// channel, a caller. Printing does not count.
func HandsOn(receive *Event) bool {
	uses := []ssa.Value{}
	if v, ok := receive.Instr.(ssa.Value); ok {
		uses = append(uses, v)
	}
	for i := 0; i < len(uses); i++ {
		refs := uses[i].Referrers()
		if refs == nil {
			continue
		}
		for _, ref := range *refs {
			switch ref := ref.(type) {
			case *ssa.Extract:
				if _, choice := ref.Tuple.(*ssa.Select); !choice || ref.Index > 1 {
					uses = append(uses, ref)
				}
			case *ssa.Phi, *ssa.TypeAssert, *ssa.ChangeInterface, *ssa.MakeInterface:
				uses = append(uses, ref.(ssa.Value))
			case *ssa.Send, *ssa.Return:
				return true
			case *ssa.Call:
				if slices.Contains(ref.Call.Args, uses[i]) {
					return true // what prints gets it in a list
				}
			}
			if len(uses) > 50 {
				return true
			}
		}
	}
	return false
}
