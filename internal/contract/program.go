package contract

import (
	"cmp"
	"slices"
	"time"
)

// Program is what a main package and the packages of its module below it promise together.
type Program struct {
	Package string   `json:"package"` // its path
	Dir     string   `json:"dir"`
	Signals []Signal `json:"signals,omitempty"`
	Open    bool     `json:"open,omitempty"`   // it may take more signals than these
	Second  []Place  `json:"second,omitempty"` // where it sees to it that a second signal ends it at once
	Servers []Server `json:"servers,omitempty"`
	Ways    []Way    `json:"ways,omitempty"`
}

// Way is a way from the signal to the end of the process.
type Way struct {
	Func  string        `json:"func"`           // the function that goes it
	At    Place         `json:"at"`             //
	Open  bool          `json:"open,omitempty"` // there may be other steps, which are not known
	Sure  bool          `json:"sure"`           // main goes it itself; else something calls the function back, such as a library for command lines
	Total time.Duration `json:"total"`          // the most that the steps with a known time take; other steps come on top
	Steps []Step        `json:"steps"`          // one after the other
}

// Bounded reports whether all steps are known, and the time of each.
func (w *Way) Bounded() bool {
	return !w.Open && !slices.ContainsFunc(w.Steps, func(s Step) bool { return !s.Bound.Known() })
}

// Step is one thing on a way that takes time.
type Step struct {
	Kind  Kind          `json:"kind"`
	What  string        `json:"what,omitempty"`
	Text  string        `json:"text,omitempty"`
	At    Place         `json:"at"`
	Bound Bound         `json:"bound"`
	Took  time.Duration `json:"took"` // what it adds to the total
}

// Time is how long the step takes, in words.
func (s Step) Time() string {
	switch {
	case s.Bound.Sort == None:
		return "no limit"
	case s.Bound.Sort == Ended:
		return "no time, as its ctx has ended"
	case !s.Bound.Known():
		return "a time that is not known"
	case s.Kind == Drain && s.Took == 0:
		return "no more than what is left of that time"
	}
	return s.Bound.String()
}

// Name is the step in a word: the sort of server that is stopped, or what the program does.
func (s Step) Name() string {
	switch {
	case s.Kind == Sleep:
		return "sleep"
	case s.Kind == Rest:
		return "wait"
	case s.What == "unknown" || s.What == "":
		return cmp.Or(s.Text, "stop")
	}
	return s.What
}

// Programs puts the programs together that the packages hold, sorted by path.
func Programs(packages []*Package) []*Program {
	byPath := map[string]*Package{}
	for _, p := range packages {
		byPath[p.Path] = p
	}
	var all []*Program
	for _, p := range packages {
		if p.Name == "main" && byPath[p.Path] == p {
			all = append(all, assemble(p, byPath))
		}
	}
	slices.SortFunc(all, func(a, b *Program) int { return cmp.Compare(a.Package, b.Package) })
	return all
}

// assembly is a program that is put together.
type assembly struct {
	flows map[string]*Flow
	order []*Flow
	live  map[string]bool
	busy  map[string]bool    // against calls in a circle
	known map[string]outcome // by function, arguments and whether the stop has begun
}

func assemble(main *Package, byPath map[string]*Package) *Program {
	a := &assembly{flows: map[string]*Flow{}, busy: map[string]bool{}, known: map[string]outcome{}}
	program := &Program{Package: main.Path, Dir: main.Dir, Open: main.Open}
	seen := map[string]bool{}
	var packages []*Package
	var add func(p *Package)
	add = func(p *Package) {
		if p == nil || seen[p.Path] {
			return
		}
		seen[p.Path] = true
		packages = append(packages, p)
		for i := range p.Flows {
			a.flows[p.Flows[i].Func] = &p.Flows[i]
			a.order = append(a.order, &p.Flows[i])
		}
		for _, path := range p.Imports {
			add(byPath[path])
		}
	}
	add(main)
	a.live = live(main, packages)
	for _, p := range packages {
		program.tell(p, a.live)
	}
	program.Ways = a.ways(main.Path + ".main")
	return program
}

// ways returns the ways of the program: that of main, or, where that stops no server, those of functions that main does not reach by calls in view
// and that do.
func (a *assembly) ways(main string) []Way {
	var all []Way
	if f := a.flows[main]; f != nil {
		if o := a.run(f, nil, idle); o.phase != idle && len(o.steps) > 0 {
			all = append(all, way(f, o, true))
			if o.drains() {
				return all
			}
		}
	}
	var outcomes []outcome
	var flows []*Flow
	for _, f := range a.order {
		if !a.live[f.Top] {
			continue
		}
		if o := a.run(f, nil, idle); f.Func != main && (o.told || f.Group && o.drains()) {
			outcomes, flows = append(outcomes, o), append(flows, f)
		}
	}
	part := map[string]bool{}
	for _, f := range flows {
		for name := range a.reaches(f) {
			part[name] = true
		}
	}
	for i, f := range flows {
		if !part[f.Func] {
			all = append(all, way(f, outcomes[i], false))
		}
	}
	return all
}

// reaches returns the functions that a flow contains or calls.
func (a *assembly) reaches(f *Flow) map[string]bool {
	found := map[string]bool{}
	var visit func(f *Flow)
	visit = func(f *Flow) {
		names := slices.Clone(f.Covers)
		for _, n := range f.Nodes {
			if n.Kind == Call {
				names = append(names, n.Func)
			}
		}
		for _, name := range names {
			if !found[name] && name != f.Func {
				found[name] = true
				if g := a.flows[name]; g != nil {
					visit(g)
				}
			}
		}
	}
	visit(f)
	return found
}

func way(f *Flow, o outcome, sure bool) Way {
	return Way{Func: f.Func, At: f.At, Sure: sure, Open: o.open, Total: o.total, Steps: o.steps}
}
