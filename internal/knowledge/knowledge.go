package knowledge

import (
	"embed"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.txt
var data embed.FS

// Entry is what one line says of one symbol.
type Entry struct {
	Symbol string
	Reason string
	Where  string // file:line
	words  map[string]string
}

// Package returns the path of the symbol's package.
func (e *Entry) Package() string {
	pkg, _, _, _ := takeApart(e.Symbol)
	return pkg
}

// Type returns the name of the type whose method the symbol is, or "".
func (e *Entry) Type() string {
	_, typ, _, _ := takeApart(e.Symbol)
	return typ
}

// Name returns the name of the function, method or variable.
func (e *Entry) Name() string {
	_, _, name, _ := takeApart(e.Symbol)
	return name
}

// Keys returns the keys of the entry, sorted.
func (e *Entry) Keys() []string { return slices.Sorted(maps.Keys(e.words)) }

// Has reports whether the entry has the key.
func (e *Entry) Has(key string) bool {
	if e == nil {
		return false
	}
	_, ok := e.words[key]
	return ok
}

// Word returns the value of the key, or "".
func (e *Entry) Word(key string) string {
	if e == nil {
		return ""
	}
	return e.words[key]
}

// Operand returns the operand of the key, and whether there is one.
func (e *Entry) Operand(key string) (Operand, bool) {
	if !e.Has(key) {
		return Operand{}, false
	}
	op, err := parseOperand(e.words[key])
	return op, err == nil
}

// Number returns the value of the key as a number, or 0.
func (e *Entry) Number(key string) int {
	n, _ := strconv.Atoi(e.Word(key))
	return n
}

// Base is a set of entries, by symbol.
type Base struct {
	entries  map[string]*Entry
	packages map[string]bool // package paths that have an entry, so that most look-ups need no string
}

// Default returns the built-in knowledge. It panics if the embedded files are wrong, which a test rules out.
var Default = sync.OnceValue(func() *Base {
	base := &Base{entries: map[string]*Entry{}, packages: map[string]bool{}}
	files, err := fs.Glob(data, "data/*.txt")
	for _, name := range files {
		text, readErr := fs.ReadFile(data, name)
		err = errors.Join(err, readErr, base.add(path.Base(name), string(text)))
	}
	if err != nil {
		panic(err)
	}
	return base
})

// With returns the base and the entries of further files of the same grammar, which win over the base's. The map goes from file name to
// text. All errors are returned, each with file:line.
func (b *Base) With(files map[string]string) (*Base, error) {
	both := &Base{entries: map[string]*Entry{}, packages: map[string]bool{}}
	var err error
	for _, name := range slices.Sorted(maps.Keys(files)) {
		err = errors.Join(err, both.add(name, files[name]))
	}
	for symbol, e := range b.entries {
		if both.entries[symbol] == nil {
			both.put(e)
		}
	}
	return both, err
}

// Func returns the entry of a function or method, or nil.
func (b *Base) Func(fn *types.Func) *Entry {
	if fn == nil || fn.Pkg() == nil || !b.packages[fn.Pkg().Path()] {
		return nil
	}
	return b.entries[Symbol(fn)]
}

// View is a Base as one user sees it, who asks for the same functions again and again. It must not be used by two goroutines at once.
type View struct {
	*Base
	funcs map[*types.Func]*Entry
}

// View returns a new view.
func (b *Base) View() *View { return &View{b, map[*types.Func]*Entry{}} }

// Func returns what [Base.Func] does.
func (v *View) Func(fn *types.Func) *Entry {
	if fn == nil || fn.Pkg() == nil || !v.packages[fn.Pkg().Path()] {
		return nil
	}
	entry, ok := v.funcs[fn]
	if !ok {
		entry = v.Base.Func(fn)
		v.funcs[fn] = entry
	}
	return entry
}

// Symbol returns the spelling of a function or method in a line: its full name, with the type parameters of a generic interface, which
// FullName spells with their constraints, by their names alone.
func Symbol(fn *types.Func) string {
	full := fn.Origin().FullName()
	recv := fn.Signature().Recv()
	if recv == nil {
		return full
	}
	n, ok := types.Unalias(recv.Type()).(*types.Named)
	if !ok || !types.IsInterface(n) || n.TypeParams().Len() == 0 {
		return full
	}
	var names []string
	for param := range n.Origin().TypeParams().TypeParams() {
		names = append(names, param.Obj().Name())
	}
	return "(" + n.Obj().Pkg().Path() + "." + n.Obj().Name() + "[" + strings.Join(names, ", ") + "])." + fn.Name()
}

// Named returns the entry of the function or method of that full name, or nil.
func (b *Base) Named(fullName string) *Entry { return b.entries[fullName] }

// Var returns the entry of a package variable, or nil.
func (b *Base) Var(v types.Object) *Entry {
	if v == nil || v.Pkg() == nil || !b.packages[v.Pkg().Path()] {
		return nil
	}
	return b.entries[v.Pkg().Path()+"."+v.Name()]
}

// Symbols returns all entries, sorted by symbol.
func (b *Base) Symbols() []*Entry {
	return slices.SortedFunc(maps.Values(b.entries), func(x, y *Entry) int { return strings.Compare(x.Symbol, y.Symbol) })
}

func (b *Base) put(e *Entry) {
	b.entries[e.Symbol] = e
	b.packages[e.Package()] = true
}

// add reads one file. It refuses unknown words, duplicates and unsorted lines.
func (b *Base) add(name, text string) error {
	var errs error
	last := ""
	for i, line := range strings.Split(text, "\n") {
		e, err := parseLine(line)
		if err == nil && e == nil {
			continue
		}
		where := fmt.Sprintf("%s:%d", name, i+1)
		switch {
		case err != nil:
		case b.entries[e.Symbol] != nil:
			err = fmt.Errorf("%s is already in %s", e.Symbol, b.entries[e.Symbol].Where)
		case e.Symbol < last:
			err = fmt.Errorf("%s comes after %s: keep the lines sorted", e.Symbol, last)
		}
		if err != nil {
			errs = errors.Join(errs, fmt.Errorf("%s: %w", where, err))
			continue
		}
		e.Where, last = where, e.Symbol
		b.put(e)
	}
	return errs
}

// parseLine returns nil for an empty line or one that is only a comment.
func parseLine(line string) (*Entry, error) {
	text, reason, _ := strings.Cut(line, "#")
	words := strings.Fields(text)
	if len(words) == 0 {
		return nil, nil
	}
	e := &Entry{Symbol: words[0], Reason: strings.TrimSpace(reason), words: map[string]string{}}
	if _, _, _, ok := takeApart(e.Symbol); !ok {
		return nil, fmt.Errorf("%q is not a symbol: want path.Func, (path.Type).Method or (*path.Type).Method", e.Symbol)
	}
	for _, w := range words[1:] {
		key, value, _ := strings.Cut(w, "=")
		if e.Has(key) {
			return nil, fmt.Errorf("key %q twice", key)
		}
		if err := check(key, value); err != nil {
			return nil, err
		}
		e.words[key] = value
	}
	return e, nil
}

// takeApart splits a symbol into its package path, its type ("" for a function or variable) and its name.
func takeApart(symbol string) (pkg, typ, name string, ok bool) {
	path := symbol
	if rest, method := strings.CutPrefix(symbol, "("); method {
		if path, name, ok = strings.Cut(rest, ")."); !ok || !token.IsIdentifier(name) {
			return "", "", "", false
		}
		path = strings.TrimPrefix(path, "*")
	}
	path, params, generic := strings.Cut(path, "[")
	dot := strings.LastIndex(path, ".")
	if dot <= 0 || dot < strings.LastIndex(path, "/") || !token.IsIdentifier(path[dot+1:]) {
		return "", "", "", false
	}
	if name == "" {
		return path[:dot], "", path[dot+1:], !generic
	}
	return path[:dot], path[dot+1:], name, !generic || strings.HasSuffix(params, "]")
}
