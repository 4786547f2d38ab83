package facts

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// maxReplaced bounds the phis that a walk tells apart by the way that led to them.
const maxReplaced = 4

// enter goes from one block to the next: a phi that would hold the error does not when control comes in by an edge that brings something else,
// such as the nil that a function returns after it has told the error from others. What is returned undoes this.
func (w *errorWalk) enter(from, to *ssa.BasicBlock) (leave func()) {
	edge := slices.Index(to.Preds, from)
	carried, replaced, nils := map[*ssa.Phi]bool{}, w.replaced, map[*ssa.Phi]bool{}
	for _, in := range to.Instrs {
		phi, ok := in.(*ssa.Phi)
		if !ok {
			break
		}
		again := slices.Contains(w.replaced, phi)
		if !w.carried[phi] && !again {
			continue
		}
		carried[phi], nils[phi] = w.carried[phi], w.nils[phi]
		switch holds := w.carried[phi.Edges[edge]]; {
		case holds && again:
			w.replaced = slices.DeleteFunc(slices.Clone(w.replaced), func(p *ssa.Phi) bool { return p == phi })
		case !holds && !again && len(w.replaced) < maxReplaced:
			w.replaced = append(slices.Clone(w.replaced), phi)
		case !holds && !again:
			continue
		}
	}
	for phi := range carried {
		out := slices.Contains(w.replaced, phi)
		w.set(phi, !out, out && (isNil(phi.Edges[edge]) || w.nils[phi.Edges[edge]]))
	}
	return func() {
		w.replaced = replaced
		for phi := range carried {
			w.set(phi, carried[phi], nils[phi])
		}
	}
}

func (w *errorWalk) set(phi *ssa.Phi, carried, isNil bool) {
	if w.nils == nil {
		w.nils = map[ssa.Value]bool{}
	}
	w.carried[phi], w.nils[phi] = carried, isNil
}

// path names the phis that hold something else on the path that is walked.
func (w *errorWalk) path() string {
	var b strings.Builder
	for _, phi := range w.replaced {
		b.WriteString(phi.Name())
		b.WriteByte(' ')
	}
	return b.String()
}
