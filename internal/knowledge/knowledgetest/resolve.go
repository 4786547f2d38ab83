// Package knowledgetest holds the lines of knowledge against the code that they speak of, so that neither can drift.
package knowledgetest

import (
	"errors"
	"fmt"
	"go/types"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// Load returns the packages of the entries, type-checked in dir for linux, by path.
// A package that cannot be loaded is an error in the list, not in the map.
func Load(dir string, entries []*knowledge.Entry) (map[string]*types.Package, []error) {
	var paths []string
	for _, e := range entries {
		paths = append(paths, e.Package())
	}
	slices.Sort(paths)
	cfg := &packages.Config{Mode: packages.NeedName | packages.NeedTypes, Dir: dir}
	cfg.Env = append(os.Environ(), "GOOS=linux", "CGO_ENABLED=0")
	list, err := packages.Load(cfg, slices.Compact(paths)...)
	if err != nil {
		return nil, []error{err}
	}
	loaded := map[string]*types.Package{}
	var errs []error
	for _, p := range list {
		for _, err := range p.Errors {
			errs = append(errs, fmt.Errorf("%s: %w", p.PkgPath, err))
		}
		if len(p.Errors) == 0 {
			loaded[p.PkgPath] = p.Types
		}
	}
	return loaded, errs
}

// ErrAbsent is in the error for a symbol that the package does not have.
var ErrAbsent = errors.New("not in the package")

// Check reports what of an entry does not fit the package: no such symbol, another spelling of it, an operand that the signature does
// not have or that has the wrong type.
func Check(e *knowledge.Entry, pkg *types.Package) error {
	obj, err := find(e, pkg)
	if err == nil {
		err = checkWords(e, obj)
	}
	if err != nil {
		return fmt.Errorf("%s: %s: %w", e.Where, e.Symbol, err)
	}
	return nil
}

func find(e *knowledge.Entry, pkg *types.Package) (types.Object, error) {
	name, typ := e.Name(), e.Type()
	if typ == "" {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func, *types.Var:
			return obj, nil
		}
		return nil, fmt.Errorf("function or variable %s: %w", name, ErrAbsent)
	}
	tn, ok := lookupType(pkg, typ)
	if !ok {
		return nil, fmt.Errorf("type %s: %w", typ, ErrAbsent)
	}
	obj, _, _ := types.LookupFieldOrMethod(tn, true, pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, fmt.Errorf("method %s: %w", name, ErrAbsent)
	}
	if symbol := knowledge.Symbol(fn); symbol != e.Symbol {
		return nil, fmt.Errorf("the method is spelled %s", symbol)
	}
	return fn, nil
}

// lookupType finds a type of the package by name. One that is not exported is found where it is embedded.
func lookupType(pkg *types.Package, name string) (types.Type, bool) {
	for _, n := range pkg.Scope().Names() {
		obj, ok := pkg.Scope().Lookup(n).(*types.TypeName)
		if !ok {
			continue
		}
		if n == name {
			return obj.Type(), true
		}
		st, ok := obj.Type().Underlying().(*types.Struct)
		for i := 0; ok && i < st.NumFields(); i++ {
			f := st.Field(i)
			t := f.Type()
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
			if f.Embedded() && f.Name() == name && f.Pkg() == pkg {
				return t, true
			}
		}
	}
	return nil, false
}

// onVariables are the keys that speak of a variable; all others speak of a call.
var onVariables = []string{"signal", "closed", "limits"}

func checkWords(e *knowledge.Entry, obj types.Object) error {
	fn, isFunc := obj.(*types.Func)
	for _, key := range e.Keys() {
		if slices.Contains(onVariables, key) == isFunc {
			return fmt.Errorf("%s does not speak of a %T", key, obj)
		}
		op, ok := e.Operand(key)
		if !isFunc || !ok {
			continue
		}
		t, err := operandType(fn.Signature(), op)
		if err != nil {
			return fmt.Errorf("%s=%s: %w", key, e.Word(key), err)
		}
		if fits := wanted[key]; t != nil && fits != nil && !fits(t) {
			return fmt.Errorf("%s=%s is of type %s", key, e.Word(key), t)
		}
	}
	return nil
}

// operandType returns the type of an operand, nil for new.
func operandType(sig *types.Signature, op knowledge.Operand) (types.Type, error) {
	var t types.Type
	switch op.Place {
	case knowledge.New:
		return nil, nil
	case knowledge.Receiver:
		if sig.Recv() == nil {
			return nil, fmt.Errorf("there is no receiver")
		}
		t = sig.Recv().Type()
	case knowledge.Argument, knowledge.Result:
		tuple := sig.Params()
		if op.Place == knowledge.Result {
			tuple = sig.Results()
		}
		if op.Index >= tuple.Len() {
			return nil, fmt.Errorf("there are only %d", tuple.Len())
		}
		t = tuple.At(op.Index).Type()
	}
	if op.Field == "" {
		return t, nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, op.Field)
	f, ok := obj.(*types.Var)
	if !ok {
		return nil, fmt.Errorf("%s has no field %s", t, op.Field)
	}
	return f.Type(), nil
}

// wanted says of some keys which types their operand can have.
var wanted = map[string]func(types.Type) bool{
	"ctx":       named("Context", "Request"),
	"parent":    named("Context"),
	"signalctx": named("Context"),
	"groupctx":  named("Context"),
	"carry":     named("Context"),
	"sleep":     named("Duration"),
	"after":     named("Duration"),
	"bound":     named("Duration", "Time", "Context"),
	"cancel":    isFunc,
	"stop":      isFunc,
	"go":        isFunc,
	"call":      isFunc,
	"interrupt": isFunc,
	"onstop":    isFunc,
	"notify":    isChan,
	"ticker":    func(t types.Type) bool { return isChan(t) || named("Ticker", "Timer")(t) },
	"nowait":    isInteger,
	"killpid":   isInteger,
}

func named(names ...string) func(types.Type) bool {
	return func(t types.Type) bool {
		s := t.String()
		return slices.Contains(names, s[strings.LastIndex(s, ".")+1:])
	}
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func isChan(t types.Type) bool {
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
