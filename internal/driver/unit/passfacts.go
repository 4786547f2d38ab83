package unit

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

func (s *factStore) importObject(obj types.Object, fact analysis.Fact) bool {
	return obj != nil && s.copy(factKey{obj.Pkg(), obj, reflect.TypeOf(fact)}, fact)
}

func (s *factStore) importPackage(pkg *types.Package, fact analysis.Fact) bool {
	return s.copy(factKey{pkg, nil, reflect.TypeOf(fact)}, fact)
}

func (s *factStore) copy(key factKey, to analysis.Fact) bool {
	from, ok := s.facts[key]
	if ok {
		reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from).Elem())
	}
	return ok
}

// exportObject keeps a fact of an object of the unit. One of another package is the analyzer's fault, as the interface says.
func (s *factStore) exportObject(obj types.Object, fact analysis.Fact) {
	if obj == nil || obj.Pkg() != s.pkg {
		panic(fmt.Sprintf("a fact %T of %v, which is not of package %s", fact, obj, s.pkg.Path()))
	}
	s.facts[factKey{s.pkg, obj, reflect.TypeOf(fact)}] = fact
}

func (s *factStore) exportPackage(fact analysis.Fact) {
	s.facts[factKey{s.pkg, nil, reflect.TypeOf(fact)}] = fact
}

// allObjects returns the object facts of the analyzer's own types, sorted by package and position.
func (s *factStore) allObjects(a *analysis.Analyzer) []analysis.ObjectFact {
	var all []analysis.ObjectFact
	for key, fact := range s.facts {
		if key.obj != nil && declares(a, key.kind) {
			all = append(all, analysis.ObjectFact{Object: key.obj, Fact: fact})
		}
	}
	slices.SortFunc(all, func(x, y analysis.ObjectFact) int {
		if c := strings.Compare(x.Object.Pkg().Path(), y.Object.Pkg().Path()); c != 0 {
			return c
		}
		return int(x.Object.Pos() - y.Object.Pos())
	})
	return all
}

// allPackages returns the package facts of the analyzer's own types, sorted by path.
func (s *factStore) allPackages(a *analysis.Analyzer) []analysis.PackageFact {
	var all []analysis.PackageFact
	for key, fact := range s.facts {
		if key.obj == nil && declares(a, key.kind) {
			all = append(all, analysis.PackageFact{Package: key.pkg, Fact: fact})
		}
	}
	slices.SortFunc(all, func(x, y analysis.PackageFact) int { return strings.Compare(x.Package.Path(), y.Package.Path()) })
	return all
}

func declares(a *analysis.Analyzer, kind reflect.Type) bool {
	return slices.ContainsFunc(a.FactTypes, func(f analysis.Fact) bool { return reflect.TypeOf(f) == kind })
}
