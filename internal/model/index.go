package model

import (
	"iter"
	"slices"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// index finds the events of the package by what they are and by what they happen to, so that a question about one thing costs as much as
// happens to it, and not as much as happens in the package. It keeps places in the list of all events, function by function: there can be
// hundreds of thousands.
type index struct {
	all      []occurrence
	kinds    map[facts.EventKind][]int32
	subjects map[subject][]int32
}

// occurrence is an event as one function sees it.
type occurrence struct {
	f  *function
	ev *facts.Event
}

type subject struct {
	kind   facts.EventKind
	object *facts.Object
}

func newIndex(funcs []*function) index {
	count := 0
	for _, f := range funcs {
		count += len(f.events)
	}
	x := index{all: make([]occurrence, 0, count), kinds: map[facts.EventKind][]int32{}, subjects: map[subject][]int32{}}
	for _, f := range funcs {
		for _, ev := range f.events {
			place := int32(len(x.all))
			x.all = append(x.all, occurrence{f, ev})
			x.kinds[ev.Kind] = append(x.kinds[ev.Kind], place)
			for _, object := range ev.Subject {
				if object.Kind != facts.Nil {
					key := subject{ev.Kind, object}
					x.subjects[key] = append(x.subjects[key], place)
				}
			}
		}
	}
	return x
}

// every returns the events of the kinds in the package, function by function.
func (m *Model) every(kinds ...facts.EventKind) iter.Seq2[*function, *facts.Event] {
	if len(kinds) == 1 {
		return m.index.at(m.index.kinds[kinds[0]])
	}
	var places []int32
	for _, kind := range kinds {
		places = append(places, m.index.kinds[kind]...)
	}
	return m.index.at(inOrder(places))
}

// on returns the events of the kinds in the package that happen to one of the objects, function by function.
func (m *Model) on(set facts.Set, kinds ...facts.EventKind) iter.Seq2[*function, *facts.Event] {
	var places []int32
	for _, kind := range kinds {
		for _, object := range set {
			places = append(places, m.index.subjects[subject{kind, object}]...)
		}
	}
	return m.index.at(inOrder(places))
}

func inOrder(places []int32) []int32 {
	slices.Sort(places)
	return slices.Compact(places)
}

func (x *index) at(places []int32) iter.Seq2[*function, *facts.Event] {
	return func(yield func(*function, *facts.Event) bool) {
		for _, place := range places {
			if o := x.all[place]; !yield(o.f, o.ev) {
				return
			}
		}
	}
}
