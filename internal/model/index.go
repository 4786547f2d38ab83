package model

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// index finds the events of the package by what they are and by what they happen to, so that a question about one thing costs as much as
// happens to it, and not as much as happens in the package.
type index struct {
	kinds    map[facts.EventKind][]occurrence
	subjects map[subject][]occurrence
}

// occurrence is an event as one function sees it. The place counts all events of the package.
type occurrence struct {
	f     *function
	ev    *facts.Event
	place int
}

type subject struct {
	kind   facts.EventKind
	object *facts.Object
}

func newIndex(funcs []*function) index {
	x := index{kinds: map[facts.EventKind][]occurrence{}, subjects: map[subject][]occurrence{}}
	place := 0
	for _, f := range funcs {
		for _, ev := range f.events {
			o := occurrence{f, ev, place}
			place++
			x.kinds[ev.Kind] = append(x.kinds[ev.Kind], o)
			for _, object := range ev.Subject {
				if object.Kind != facts.Nil {
					key := subject{ev.Kind, object}
					x.subjects[key] = append(x.subjects[key], o)
				}
			}
		}
	}
	return x
}

// every returns the events of the kinds in the package, function by function.
func (m *Model) every(kinds ...facts.EventKind) iter.Seq2[*function, *facts.Event] {
	found := m.index.kinds[kinds[0]]
	for _, kind := range kinds[1:] {
		found = append(slices.Clip(found), m.index.kinds[kind]...)
	}
	return inOrder(found, len(kinds) > 1)
}

// on returns the events of the kinds in the package that happen to one of the objects, function by function.
func (m *Model) on(set facts.Set, kinds ...facts.EventKind) iter.Seq2[*function, *facts.Event] {
	var found []occurrence
	for _, kind := range kinds {
		for _, object := range set {
			found = append(found, m.index.subjects[subject{kind, object}]...)
		}
	}
	return inOrder(found, len(kinds) > 1 || len(set) > 1)
}

func inOrder(found []occurrence, mixed bool) iter.Seq2[*function, *facts.Event] {
	if mixed {
		slices.SortFunc(found, func(a, b occurrence) int { return cmp.Compare(a.place, b.place) })
		found = slices.Compact(found)
	}
	return func(yield func(*function, *facts.Event) bool) {
		for _, o := range found {
			if !yield(o.f, o.ev) {
				return
			}
		}
	}
}
