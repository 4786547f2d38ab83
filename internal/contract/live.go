package contract

import (
	"slices"
	"strings"
)

// live are the functions that a program may run: what its main function leads to, and what the packages below it do when they start.
func live(main *Package, packages []*Package) map[string]bool {
	found := map[string]bool{}
	refs := map[string][]string{}
	work := []string{main.Path + ".main"}
	for _, p := range packages {
		work = append(work, p.Path+".init")
		for from, to := range p.Refs {
			refs[from] = to
			if strings.HasPrefix(from, p.Path+".init#") {
				work = append(work, from)
			}
		}
		for _, f := range p.Flows {
			if strings.HasPrefix(f.Top, p.Path+".init#") {
				work = append(work, f.Top)
			}
		}
	}
	for len(work) > 0 {
		name := work[len(work)-1]
		work = work[:len(work)-1]
		if !found[name] {
			found[name] = true
			work = append(work, refs[name]...)
		}
	}
	return found
}

// tell adds what the live functions of a package do.
func (p *Program) tell(of *Package, live map[string]bool) {
	for _, s := range of.Signals {
		if live[s.Func] {
			p.Signals = append(p.Signals, s)
		}
	}
	for _, s := range of.Servers {
		if live[s.Func] {
			p.Servers = append(p.Servers, s)
		}
	}
	for _, s := range of.Second {
		if live[s.Func] && !slices.Contains(p.Second, s.At) {
			p.Second = append(p.Second, s.At)
		}
	}
}
