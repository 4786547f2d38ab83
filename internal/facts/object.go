package facts

import (
	"encoding/binary"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// ObjectKind says what names an object.
type ObjectKind uint8

// The kinds of objects.
const (
	Made   ObjectKind = iota // made at Value: an allocation, or result Index of a call
	Param                    // parameter Index of Fn, the receiver first
	Global                   // package variable Var
	Field                    // field Var of any value of its struct type
	Code                     // a function: Value is an *ssa.Function or an *ssa.MakeClosure, or Func an imported one
	Done                     // the channel that is closed when the ctx Of ends
	Nil                      // nothing
)

// Object is an abstract object: a server, channel, ctx, group, child, function or variable, named by where it is made or kept. Two places
// speak of the same thing when their objects meet. Objects are interned: equal objects are the same pointer.
type Object struct {
	Kind  ObjectKind
	Value ssa.Value
	Index int
	Var   *types.Var
	Func  *types.Func
	Fn    *ssa.Function
	Of    *Object
	At    ssa.CallInstruction // the call that handed a Made object out of the function that made it
	Fact  *Ref                // what an import's summary says of a Made object
	id    int
}

// Set is a set of objects, sorted by the order in which they were first met.
type Set []*Object

func (s Set) has(o *Object) bool {
	if len(s) <= 8 { // most are as small
		return slices.Contains(s, o)
	}
	_, ok := slices.BinarySearchFunc(s, o, func(x, y *Object) int { return x.id - y.id })
	return ok
}

// Meets reports whether the sets share an object other than nil.
func (s Set) Meets(t Set) bool {
	for _, o := range s {
		if o.Kind != Nil && t.has(o) {
			return true
		}
	}
	return false
}

// Key is a text that is equal for equal sets.
func (s Set) Key() string {
	var b strings.Builder
	for _, o := range s {
		b.WriteString(strconv.Itoa(o.id))
		b.WriteByte(' ')
	}
	return b.String()
}

// HasNil reports whether one of the objects is nil.
func (s Set) HasNil() bool {
	return slices.ContainsFunc(s, func(o *Object) bool { return o.Kind == Nil })
}

// setKey returns a number that is the same for equal sets, and for those only.
func (e *Engine) setKey(s Set) int32 {
	switch len(s) {
	case 0:
		return 0
	case 1:
		return int32(s[0].id)
	}
	text := make([]byte, 0, 64)
	for _, o := range s {
		text = binary.AppendUvarint(text, uint64(o.id))
	}
	key, ok := e.setKeys[string(text)]
	if !ok {
		key = int32(-1 - len(e.setKeys))
		e.setKeys[string(text)] = key
	}
	return key
}

// Union returns the objects of both sets.
func (s Set) Union(t Set) Set {
	if len(t) == 0 {
		return s
	}
	if len(s) == 0 {
		return t
	}
	all := make(Set, 0, len(s)+len(t))
	return append(append(all, s...), t...).sorted()
}

// sorted makes a set of a list of objects, in place.
func (s Set) sorted() Set {
	slices.SortFunc(s, func(x, y *Object) int { return x.id - y.id })
	return slices.Compact(s)
}

// object interns o.
func (e *Engine) object(o Object) *Object {
	o.id = 0
	if known := e.interned[o]; known != nil {
		return known
	}
	key := o
	o.id = len(e.interned) + 1
	e.interned[key] = &o
	return &o
}

func (e *Engine) one(o Object) Set { return Set{e.object(o)} }

func (e *Engine) made(v ssa.Value, index int) Set {
	return e.one(Object{Kind: Made, Value: v, Index: index})
}

func (e *Engine) field(v *types.Var) Set { return e.one(Object{Kind: Field, Var: v.Origin()}) }

// MakerCall returns the call that made the object, or nil.
func (o *Object) MakerCall() *ssa.Call {
	if o.Kind != Made {
		return nil
	}
	c, _ := o.Value.(*ssa.Call)
	return c
}

// Type returns the type of the object, or nil if it is not known.
func (o *Object) Type() types.Type {
	switch o.Kind {
	case Made:
		if o.Value == nil {
			return nil
		}
		t := o.Value.Type()
		if tuple, ok := t.(*types.Tuple); ok {
			if o.Index < 0 || o.Index >= tuple.Len() { // a thing that the call keeps to itself has no type
				return nil
			}
			return tuple.At(o.Index).Type()
		}
		return t
	case Param:
		return o.Fn.Params[o.Index].Type()
	case Global, Field:
		return o.Var.Type()
	}
	return nil
}

// home returns the outermost source function that the object belongs to, or nil where it belongs to none.
func (o *Object) home() *ssa.Function {
	var fn *ssa.Function
	switch o.Kind {
	case Param:
		fn = o.Fn
	case Made:
		if o.At != nil {
			fn = o.At.Parent()
		} else if in, ok := o.Value.(ssa.Instruction); ok {
			fn = in.Parent()
		}
	case Done:
		return o.Of.home()
	case Code:
		if mc, ok := o.Value.(*ssa.MakeClosure); ok {
			fn = mc.Parent()
		}
	}
	return outermost(fn)
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn != nil && fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// HandedOut reports whether an importer can get hold of one of the objects: an exported function returns or takes it, or it is an exported
// field or variable.
func (e *Engine) HandedOut(set Set) bool {
	for _, o := range set {
		switch o.Kind {
		case Param:
			if f, ok := o.Fn.Object().(*types.Func); ok && f.Exported() {
				return true
			}
		case Global, Field:
			if o.Var.Exported() && e.Pkg.Pkg.Name() != "main" {
				return true
			}
		}
	}
	if e.Pkg.Pkg.Name() == "main" {
		return false
	}
	return e.returnedOutside().Meets(set)
}

// returnedOutside returns what the exported functions of the package return.
func (e *Engine) returnedOutside() Set {
	if e.outward != nil {
		return e.outward
	}
	all := Set{}
	for _, fn := range e.Funcs {
		if f, ok := fn.Object().(*types.Func); !ok || !f.Exported() || fn.Parent() != nil {
			continue
		}
		for i := range fn.Signature.Results().Len() {
			all = append(all, e.Returns(fn, i)...)
		}
	}
	e.outward = all.sorted()
	return e.outward
}

// Returns evaluates result index of a function of the package.
func (e *Engine) Returns(fn *ssa.Function, index int) Set {
	var set Set
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) {
			set = set.Union(e.Eval(ret.Results[index]))
		}
	}
	return set
}

// SeenOutside reports whether code outside the function can get hold of one of the objects: it is a parameter, field or package variable,
// or the function returns it.
func (e *Engine) SeenOutside(set Set, fn *ssa.Function) bool {
	for _, o := range set {
		switch o.Kind {
		case Param, Field, Global:
			return true
		}
	}
	for i := range fn.Signature.Results().Len() {
		if e.Returns(fn, i).Meets(set) {
			return true
		}
	}
	return false
}
