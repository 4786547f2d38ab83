package unit

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"os"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// factsFormat starts every facts file. Another last byte is another version of the format, whose facts are not read.
const factsFormat = "sdlf\x01"

// factKey names one fact: of an object, or of a package where the object is nil.
type factKey struct {
	pkg  *types.Package
	obj  types.Object
	kind reflect.Type
}

// factStore holds the facts of the unit and of its imports.
type factStore struct {
	pkg   *types.Package
	kinds map[string]reflect.Type // fact types by name, pointers
	facts map[factKey]analysis.Fact
	// reached is what reachable found, once it was asked.
	reached map[types.Object]bool
	paths   objectpath.Encoder
}

// newFactStore returns an empty store for the fact types of these analyzers. It fixes the numbers that gob gives to types, so that the
// bytes written do not depend on what was read before.
func newFactStore(pkg *types.Package, analyzers []*analysis.Analyzer) (*factStore, error) {
	s := &factStore{pkg: pkg, kinds: map[string]reflect.Type{}, facts: map[factKey]analysis.Fact{}}
	for _, a := range analyzers {
		for _, f := range a.FactTypes {
			s.kinds[reflect.TypeOf(f).String()] = reflect.TypeOf(f)
		}
	}
	enc := gob.NewEncoder(new(bytes.Buffer))
	err := enc.Encode(header{})
	for _, name := range s.names() {
		if err == nil {
			err = enc.EncodeValue(reflect.MakeSlice(reflect.SliceOf(s.kinds[name].Elem()), 0, 0))
		}
	}
	if err != nil {
		return nil, fmt.Errorf("a fact type cannot be encoded: %w", err)
	}
	return s, nil
}

func (s *factStore) names() []string {
	names := make([]string, 0, len(s.kinds))
	for name := range s.kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// header comes first in a facts file. After it comes, for each section, one slice of facts of the section's type.
type header struct {
	Packages []string
	Sections []section
}

// section lists the owners of the facts of one type. An owner without a path is a package.
type section struct {
	Kind   string
	Owners []owner
}

type owner struct {
	Package int // index into header.Packages
	Path    string
}

// read adds the facts of a direct import. An empty file has none, and neither has one of another version. Facts of objects that this unit
// cannot reach are dropped.
func (s *factStore) read(name string, find func(path string) *types.Package) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rest, ok := bytes.CutPrefix(data, []byte(factsFormat))
	if !ok {
		return nil
	}
	dec := gob.NewDecoder(bytes.NewReader(rest))
	var h header
	if err := dec.Decode(&h); err != nil {
		return err
	}
	for _, sec := range h.Sections {
		kind := s.kinds[sec.Kind]
		if kind == nil {
			if err := dec.DecodeValue(reflect.Value{}); err != nil { // of an analyzer that does not run now
				return err
			}
			continue
		}
		values := reflect.New(reflect.SliceOf(kind.Elem()))
		if err := dec.DecodeValue(values); err != nil {
			return err
		}
		s.place(h.Packages, sec.Owners, values.Elem(), find)
	}
	return nil
}

// place puts the facts of one section to the objects they belong to.
func (s *factStore) place(packages []string, owners []owner, values reflect.Value, find func(path string) *types.Package) {
	for i, o := range owners {
		pkg := find(packages[o.Package])
		if pkg == nil || i >= values.Len() {
			continue
		}
		value := values.Index(i).Addr()
		key := factKey{pkg: pkg, kind: value.Type()}
		if o.Path != "" {
			obj, err := objectpath.Object(pkg, objectpath.Path(o.Path))
			if err != nil {
				continue
			}
			key.obj = obj
		}
		s.facts[key] = value.Interface().(analysis.Fact)
	}
}

// encode returns the unit's own facts, and those of other packages' methods and fields that an importer can reach through it, as a facts file has
// them. That of a unit without facts is empty.
func (s *factStore) encode() ([]byte, error) {
	var h header
	var values []reflect.Value
	index := map[*types.Package]int{}
	for _, kind := range s.names() {
		pairs := s.gather(s.kinds[kind])
		if len(pairs) == 0 {
			continue
		}
		sec := section{Kind: kind}
		slice := reflect.MakeSlice(reflect.SliceOf(s.kinds[kind].Elem()), 0, len(pairs))
		for _, p := range pairs {
			if _, ok := index[p.pkg]; !ok {
				index[p.pkg] = len(h.Packages)
				h.Packages = append(h.Packages, p.pkg.Path())
			}
			sec.Owners = append(sec.Owners, owner{index[p.pkg], p.path})
			slice = reflect.Append(slice, reflect.ValueOf(p.fact).Elem())
		}
		h.Sections = append(h.Sections, sec)
		values = append(values, slice)
	}
	if len(values) == 0 {
		return nil, nil
	}
	buf := bytes.NewBufferString(factsFormat)
	enc := gob.NewEncoder(buf)
	err := enc.Encode(h)
	for _, v := range values {
		if err == nil {
			err = enc.EncodeValue(v)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("facts cannot be encoded: %w", err)
	}
	return buf.Bytes(), nil
}

// placed is a fact that is written, with its owner.
type placed struct {
	pkg  *types.Package
	path string
	fact analysis.Fact
}

// gather returns the facts of one type that are written, sorted by owner.
func (s *factStore) gather(kind reflect.Type) []placed {
	var found []placed
	reached := s.reachable()
	for key, fact := range s.facts {
		if key.kind != kind || key.pkg != s.pkg && !reached[key.obj] {
			continue
		}
		p := placed{pkg: key.pkg, fact: fact}
		if key.obj != nil {
			path, err := s.paths.For(key.obj)
			if err != nil {
				continue // no importer can name it
			}
			p.path = string(path)
		}
		found = append(found, p)
	}
	slices.SortFunc(found, func(x, y placed) int {
		return cmp.Or(strings.Compare(x.pkg.Path(), y.pkg.Path()), strings.Compare(x.path, y.path))
	})
	return found
}
