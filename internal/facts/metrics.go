package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxChanges bounds the metrics that a fact names.
const maxChanges = 256

// MetricChange is a call that changes a metric which is scraped, or that leads to a change in another package.
type MetricChange struct {
	Call   ssa.CallInstruction
	Metric Set      // as this package knows it
	Names  []string // as other packages do
}

// SameMetric reports whether both change one metric.
func (c MetricChange) SameMetric(d MetricChange) bool {
	return c.Metric.Meets(d.Metric) || slices.ContainsFunc(c.Names, func(name string) bool { return slices.Contains(d.Names, name) })
}

// MetricChanges returns the calls of the package that change metrics.
func (e *Engine) MetricChanges() []MetricChange {
	if e.changes != nil {
		return e.changes
	}
	e.changes = []MetricChange{}
	e.eachCall(func(call ssa.CallInstruction) {
		list, _ := e.Callees(call)
		for _, c := range list {
			if op, ok := e.Base.Func(c.Func).Operand("changes"); ok {
				metric := e.Widen(e.operand(c, op))
				e.changes = append(e.changes, MetricChange{Call: call, Metric: metric, Names: e.metricNames(metric)})
			} else if c.Fn == nil && c.Func != nil {
				if sum := e.summary(c.Func); sum != nil && len(sum.Changes) > 0 {
					e.changes = append(e.changes, MetricChange{Call: call, Names: sum.Changes})
				}
			}
		}
	})
	return e.changes
}

// metricNames are the names that other packages have for a metric.
func (e *Engine) metricNames(metric Set) []string {
	var names []string
	for _, o := range metric {
		if r, ok := e.ref(o, nil, 0); ok && (r.Root == RootField || r.Root == RootGlobal) {
			names = append(names, r.Name)
		}
	}
	return names
}

// changedBy returns the metrics that a call of the function changes, itself or through functions that it calls in this package, where callers
// can tell by it; nil for the metrics that change at times that no caller knows.
func (e *Engine) changedBy(fn *ssa.Function) []string {
	if e.changers == nil {
		e.changers = map[*ssa.Function][]string{}
		for _, c := range e.MetricChanges() {
			if len(c.Names) == 0 {
				continue
			}
			for _, root := range e.roots(c.Call.Parent()) {
				if !e.tellsCallers(root) {
					root = nil
				}
				e.changers[root] = append(e.changers[root], c.Names...)
			}
		}
		for root, names := range e.changers {
			slices.Sort(names)
			e.changers[root] = slices.Compact(names)
		}
	}
	return e.changers[fn]
}

// ChangedBelow returns the metrics that the packages below change at times that this one does not know.
func (e *Engine) ChangedBelow() []string {
	var names []string
	for _, q := range e.Pass.Pkg.Imports() {
		var below Program
		if e.Pass.ImportPackageFact(q, &below) && below.Version == version {
			names = append(names, below.Changed...)
		}
	}
	return names
}

// tellsCallers reports whether the changes of metrics in the function are judged at its calls in other packages: it is exported, and no method,
// which interfaces reach.
func (e *Engine) tellsCallers(fn *ssa.Function) bool {
	f, ok := fn.Object().(*types.Func)
	return ok && f.Exported() && fn.Signature.Recv() == nil && fn.Parent() == nil && len(e.stores.taken[fn]) == 0 && e.Pkg.Pkg.Name() != "main"
}

// roots returns the functions of the package from which control comes to the function, by calls alone: it itself where nothing in the package
// calls it, or where others may.
func (e *Engine) roots(fn *ssa.Function) []*ssa.Function {
	var roots []*ssa.Function
	seen := map[*ssa.Function]bool{}
	var climb func(fn *ssa.Function)
	climb = func(fn *ssa.Function) {
		if seen[fn] {
			return
		}
		seen[fn] = true
		calls := e.CallsOf(fn)
		if len(calls) == 0 || e.tellsCallers(fn) {
			roots = append(roots, fn)
		}
		for _, call := range calls {
			climb(call.Parent())
		}
	}
	climb(fn)
	return roots
}

// CallsOf returns the calls of a function of the package, where these are all that can run it; none where others may. A go statement is none,
// since what it starts runs at any time.
func (e *Engine) CallsOf(fn *ssa.Function) []ssa.CallInstruction {
	calls := e.runs(fn)
	if slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool { _, ok := call.(*ssa.Go); return ok }) {
		return nil
	}
	return calls
}

// runs returns the calls and go statements of a function of the package, where these are all that can run it; none where others may.
func (e *Engine) runs(fn *ssa.Function) []ssa.CallInstruction {
	if len(e.stores.taken[fn]) > 0 {
		return nil
	}
	var calls []ssa.CallInstruction
	calls = append(calls, e.stores.calls[fn]...)
	for _, mc := range e.stores.closures[fn] {
		for _, ref := range *mc.Referrers() {
			if call, ok := ref.(ssa.CallInstruction); !ok || call.Common().Value != ssa.Value(mc) {
				return nil
			}
		}
	}
	return calls
}

// gathers reports whether the package reads metrics itself, to send or write them.
func (e *Engine) gathers() bool {
	found := false
	e.eachCall(func(call ssa.CallInstruction) {
		list, _ := e.Callees(call)
		found = found || slices.ContainsFunc(list, func(c Callee) bool { return e.Base.Func(c.Func).Has("gathers") || e.handsGatherer(c) })
	})
	return found
}

// handsGatherer reports whether the call gives a function that is not known, and is not of this module, something to read all metrics with.
func (e *Engine) handsGatherer(c Callee) bool {
	if c.Func == nil || c.Fn != nil || c.Func.Pkg() == nil || e.Base.Func(c.Func) != nil || e.InModule(c.Func.Pkg()) {
		return false
	}
	for p := range c.Func.Signature().Params().Variables() {
		iface, ok := p.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.Methods() {
			if e.Base.Func(m).Has("gathers") {
				return true
			}
		}
	}
	return false
}

// Scraped reports whether one of the handlers or, where plain is true, the default router gives the metrics to who asks.
func (e *Engine) Scraped(handlers Set, plain bool) bool {
	routes := e.Routes(handlers)
	if plain {
		routes = append(slices.Clone(routes), e.Routes(nil)...)
	}
	for _, r := range routes {
		if r.Metrics || slices.ContainsFunc(r.Handler, e.isMetrics) {
			return true
		}
	}
	return slices.ContainsFunc(handlers, e.isMetrics)
}

func (e *Engine) isMetrics(handler *Object) bool { return e.asideWord(handler) == "metrics" }
