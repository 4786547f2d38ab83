package facts

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"
)

// Setting is a time that whoever starts the program can set.
type Setting struct {
	Name    string // the flag, with its dash, or the variable of the environment
	Default time.Duration
}

// maxSetting bounds how far a value is followed to the setting that it comes from.
const maxSetting = 6

// Setting returns the setting that a time comes from; false where it comes from none, or its default is not known.
func (e *Engine) Setting(v ssa.Value) (Setting, bool) { return e.setting(v, 0) }

func (e *Engine) setting(v ssa.Value, depth int) (Setting, bool) {
	if depth > maxSetting {
		return Setting{}, false
	}
	switch v := v.(type) {
	case *ssa.Convert:
		return e.setting(v.X, depth+1)
	case *ssa.ChangeType:
		return e.setting(v.X, depth+1)
	case *ssa.BinOp:
		return e.scaled(v, depth)
	case *ssa.Phi:
		return e.fallback(v.Edges)
	case *ssa.Call:
		return e.environment(v)
	case *ssa.UnOp:
		if call := e.declaring(v.X); call != nil {
			return e.flag(call)
		}
		if stored := e.storedValues(v); len(stored) == 1 {
			return e.setting(stored[0], depth+1)
		}
	}
	return Setting{}, false
}

// scaled is a setting times a constant, such as a number of seconds.
func (e *Engine) scaled(v *ssa.BinOp, depth int) (Setting, bool) {
	for _, side := range [][2]ssa.Value{{v.X, v.Y}, {v.Y, v.X}} {
		factor, constant := e.Int(side[1])
		if s, ok := e.setting(side[0], depth+1); ok && constant && len(factor) == 1 && v.Op.String() == "*" {
			s.Default *= time.Duration(factor[0])
			return s, true
		}
	}
	return Setting{}, false
}

// flag reads the call that declares a flag.
func (e *Engine) flag(call ssa.CallInstruction) (Setting, bool) {
	name, ok := e.KnownCall(call, "setting")
	value, hasDefault := e.KnownCall(call, "default")
	if !ok || !hasDefault || len(name) != 1 || len(value) != 1 {
		return Setting{}, false
	}
	text, named := e.Text(name[0].Value)
	d, known := e.Duration(value[0].Value)
	return Setting{Name: "-" + text, Default: d}, named && known
}

// KeptTime returns the time that the package keeps in the field that the value is loaded from, where it stores nothing but constants or settings there.
// A field that other packages can store to as well, or a reader of configuration, has its name as that of the setting.
func (e *Engine) KeptTime(v ssa.Value) (Setting, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return Setting{}, false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return Setting{}, false
	}
	field := fieldVar(fa.X.Type(), fa.Field)
	if s, ok := tagged(fa); ok {
		return s, true
	}
	if field == nil || field.Pkg() != e.Pkg.Pkg || len(e.stores.fields[field]) == 0 {
		return Setting{}, false
	}
	longest := Setting{Default: -1}
	for _, st := range e.stores.fields[field] {
		s := Setting{}
		if d, ok := e.Duration(st.value); ok {
			s.Default = d
		} else if s, ok = e.Setting(st.value); !ok {
			return Setting{}, false
		}
		if s.Default > longest.Default {
			longest = s
		}
	}
	if field.Exported() && longest.Name == "" {
		full := e.fieldName(field)
		longest.Name = full[strings.LastIndexByte(full, '/')+1:]
	}
	return longest, longest.Name != "" || !field.Exported()
}

// defaultTags are the keys of field tags in which readers of configuration find a default, and before what it stands there.
var defaultTags = []struct{ key, before string }{{"default", ""}, {"envDefault", ""}, {"env-default", ""}, {"conf", "default:"}, {"env", "default="}, {"envconfig", "default="}}

// tagged reads the default of a field that a reader of configuration fills in. The name is the variable's, if the tag has one, else the field's.
func tagged(fa *ssa.FieldAddr) (Setting, bool) {
	t := fa.X.Type().Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	st, ok := t.(*types.Struct)
	if !ok {
		return Setting{}, false
	}
	tag := reflect.StructTag(st.Tag(fa.Field))
	name, _, _ := strings.Cut(tag.Get("env"), ",")
	if name == "" {
		name = "the field " + st.Field(fa.Field).Name()
	}
	for _, d := range defaultTags {
		for part := range strings.SplitSeq(tag.Get(d.key), ",") {
			if text, ok := strings.CutPrefix(part, d.before); ok {
				if t, err := time.ParseDuration(text); err == nil {
					return Setting{Name: name, Default: t}, true
				}
			}
		}
	}
	return Setting{}, false
}

// declaring returns the call that declares the flag whose value lies at the address: the address is its result, or one that the call is handed.
func (e *Engine) declaring(addr ssa.Value) ssa.CallInstruction {
	if load, ok := addr.(*ssa.UnOp); ok {
		stored := e.storedValues(load)
		if g, global := load.X.(*ssa.Global); global {
			stored = e.stores.globals[g]
		}
		if len(stored) == 1 {
			addr = stored[0]
		}
	}
	if call, ok := addr.(*ssa.Call); ok {
		return call
	}
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok || call.Call.IsInvoke() {
					continue
				}
				if args, ok := e.KnownCall(call, "sets"); ok && len(args) == 1 && e.sameAddress(args[0].Value, addr) {
					return call
				}
			}
		}
	}
	return nil
}

// sameAddress reports whether two addresses are of one variable, or of one field of the same type.
func (e *Engine) sameAddress(a, b ssa.Value) bool {
	if a == nil || b == nil {
		return false
	}
	if cell := e.stores.cellOf(a); cell != nil {
		return cell == e.stores.cellOf(b)
	}
	x, okX := a.(*ssa.FieldAddr)
	y, okY := b.(*ssa.FieldAddr)
	if okX && okY {
		return fieldVar(x.X.Type(), x.Field) == fieldVar(y.X.Type(), y.Field)
	}
	return a == b
}

// fallback is a constant where a variable of the environment has no say.
func (e *Engine) fallback(edges []ssa.Value) (Setting, bool) {
	s := Setting{}
	for _, edge := range edges {
		if d, ok := e.Duration(edge); ok {
			s.Default = max(s.Default, d)
		} else if name := e.variable(edge, 0); name != "" {
			s.Name = name
		} else {
			return Setting{}, false
		}
	}
	return s, s.Name != "" && s.Default > 0
}

// variable returns the variable of the environment that a value is worked out from, or "".
func (e *Engine) variable(v ssa.Value, depth int) string {
	if depth > maxSetting {
		return ""
	}
	switch v := v.(type) {
	case *ssa.Extract:
		return e.variable(v.Tuple, depth+1)
	case *ssa.Convert:
		return e.variable(v.X, depth+1)
	case *ssa.BinOp:
		if name := e.variable(v.X, depth+1); name != "" {
			return name
		}
		return e.variable(v.Y, depth+1)
	case *ssa.Call:
		if args, ok := e.KnownCall(v, "setting"); ok && len(args) == 1 {
			name, _ := e.Text(args[0].Value)
			return name
		}
		for _, arg := range v.Call.Args {
			if name := e.variable(arg, depth+1); name != "" {
				return name
			}
		}
	}
	return ""
}

// environment reads the call of a function of this package that looks a variable of the environment up by a parameter and returns another parameter
// where it is not set.
func (e *Engine) environment(call *ssa.Call) (Setting, bool) {
	callees, _ := e.Callees(call)
	if len(callees) != 1 || callees[0].Fn == nil {
		return Setting{}, false
	}
	fn, args := callees[0].Fn, callees[0].Args
	name, otherwise := -1, -1
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Call:
				if key, ok := e.KnownCall(in, "setting"); ok && len(key) == 1 {
					name = parameter(fn, key[0].Value)
				}
			case *ssa.Return:
				if len(in.Results) > 0 {
					otherwise = max(otherwise, parameter(fn, in.Results[0]))
				}
			}
		}
	}
	if name < 0 || otherwise < 0 || name >= len(args) || otherwise >= len(args) {
		return Setting{}, false
	}
	text, named := e.Text(args[name].Value)
	d, known := e.Duration(args[otherwise].Value)
	return Setting{Name: text, Default: d}, named && known
}

// parameter is the index of the function's parameter that the value is or can be, or -1.
func parameter(fn *ssa.Function, v ssa.Value) int {
	switch v := v.(type) {
	case *ssa.Parameter:
		return slices.Index(fn.Params, v)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if p, ok := edge.(*ssa.Parameter); ok {
				return slices.Index(fn.Params, p)
			}
		}
	case *ssa.ChangeType:
		return parameter(fn, v.X)
	}
	return -1
}
