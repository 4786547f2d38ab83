package deploy

import "slices"

// Category is one category of a rule, with its usual severity.
type Category struct{ Rule, Name, Tier string }

// Rules are the names of the rules.
func Rules() []string {
	var all []string
	for _, c := range Categories {
		all = append(all, c.Rule)
	}
	return slices.Compact(all)
}

// Categories are all that [Check] can report of files, sorted. Each rule also reports comments that ignore it and have no effect.
var Categories = []Category{
	{"doublesignal", "exec-stop", "info"},
	{"doublesignal", "pre-stop", "info"},
	{"graceperiod", "misplaced", "error"},
	{"graceperiod", "no-margin", "error"},
	{"graceperiod", "too-long", "error"},
	{"graceperiod", "too-short", "warning"},
	{"killmode", "children-too", "info"},
	{"killmode", "leaves-children", "warning"},
	{"killmode", "no-sigkill", "warning"},
	{"prestop", "no-delay", "info"},
	{"prestop", "no-program", "error"},
	{"reloadsignal", "not-taken", "error"},
	{"shellform", "script", "warning"},
	{"shellform", "shell-form", "warning"},
	{"stopsignal", "not-taken", "error"},
	{"stopsignal", "uncatchable", "error"},
}
