package config

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/finding"
	"github.com/shutdownlint/shutdownlint/internal/nearest"
)

// Values are what a rule or category can be set to: off, on as it comes, or a severity.
var Values = []string{"off", "on", "error", "warning", "info"}

// Category is one category of a rule. A rule without categories has one without a name.
type Category struct{ Rule, Name, Tier string }

// Rules are settings of rules and categories, of which later ones win, and those for paths over those for all files.
type Rules struct {
	Known []Category
	lines []ruleLine
}

// ruleLine is one setting.
type ruleLine struct {
	pattern string // of rule, or rule/category
	value   string
	glob    string         // for which files, or nothing for all
	files   *regexp.Regexp // the same
}

// Lines are the settings for all files, or for those of a glob, as pairs of a pattern and its value. Of two for one pattern the later counts.
func (r *Rules) Lines(glob string) [][2]string {
	var list [][2]string
	for _, l := range r.lines {
		if l.glob == glob {
			list = slices.DeleteFunc(list, func(other [2]string) bool { return other[0] == l.pattern })
			list = append(list, [2]string{l.pattern, l.value})
		}
	}
	return list
}

// Globs are the globs that have settings, in order.
func (r *Rules) Globs() []string {
	var list []string
	for _, l := range r.lines {
		if l.glob != "" && !slices.Contains(list, l.glob) {
			list = append(list, l.glob)
		}
	}
	return list
}

// Add adds settings: PATTERN=VALUE, several with commas between them. With paths they hold for files that a glob names, GLOB:PATTERN=VALUE or
// GLOB:VALUE, where the glob is relative to the directory.
func (r *Rules) Add(text, dir string, paths bool) error {
	var files *regexp.Regexp
	glob := ""
	if paths {
		i := strings.LastIndexByte(text, ':')
		if i < 0 {
			return fmt.Errorf("%q is no setting for paths: want GLOB:PATTERN=VALUE or GLOB:VALUE", text)
		}
		var err error
		glob = strings.TrimSpace(text[:i])
		if files, err = compileGlob(dir, glob); err != nil {
			return err
		}
		text = text[i+1:]
		if !strings.Contains(text, "=") {
			text = "*=" + text
		}
	}
	for part := range strings.SplitSeq(text, ",") {
		pattern, value, ok := strings.Cut(part, "=")
		if !ok {
			return fmt.Errorf("%q is no setting of a rule: want PATTERN=VALUE", part)
		}
		pattern = strings.TrimSpace(pattern)
		value, err := checkValue(pattern, strings.TrimSpace(value))
		if err == nil {
			err = r.checkPattern(pattern)
		}
		if err != nil {
			return err
		}
		r.lines = append(r.lines, ruleLine{pattern, value, glob, files})
	}
	return nil
}

// checkValue returns the value in its one spelling.
func checkValue(pattern, value string) (string, error) {
	switch value {
	case "true":
		return "on", nil
	case "false":
		return "off", nil
	case "yes", "no": // which YAML takes for true and false in other programs
		return "", fmt.Errorf("%s is set to %q, did you mean %s?", pattern, value, map[string]string{"yes": "on", "no": "off"}[value])
	}
	if slices.Contains(Values, value) {
		return value, nil
	}
	if near := nearest.Name(value, Values); near != "" {
		return "", fmt.Errorf("%s is set to %q, did you mean %s?", pattern, value, near)
	}
	return "", fmt.Errorf("%s is set to %q: want one of %s", pattern, value, strings.Join(Values, ", "))
}

// checkPattern refuses a pattern that matches nothing.
func (r *Rules) checkPattern(pattern string) error {
	if _, err := path.Match(pattern, ""); err != nil {
		return fmt.Errorf("%q is no pattern: a bracket is open", pattern)
	}
	if slices.ContainsFunc(r.Known, func(c Category) bool { return matches(pattern, c.Rule, c.Name) }) {
		return nil
	}
	if i := slices.IndexFunc(r.Known, func(c Category) bool { return c.Name == pattern }); i >= 0 {
		return fmt.Errorf("unknown rule %s, did you mean the category %s/%[1]s?", pattern, r.Known[i].Rule)
	}
	var names []string
	rule, _, hasCategory := strings.Cut(pattern, "/")
	what := "rule"
	for _, c := range r.Known {
		switch {
		case !hasCategory:
			names = append(names, c.Rule)
		default:
			names = append(names, c.Rule+"/"+c.Name)
			if c.Rule == rule {
				what = "category"
			}
		}
	}
	if near := nearest.Name(pattern, names); near != "" {
		return fmt.Errorf("unknown %s %s, did you mean %s?", what, pattern, near)
	}
	return fmt.Errorf("unknown %s %s: shutdownlint rules lists them", what, pattern)
}

// matches reports whether a pattern names a category: by the rule alone, or by both.
func matches(pattern, rule, category string) bool {
	name := rule
	if strings.Contains(pattern, "/") {
		name += "/" + category
	}
	ok, err := path.Match(pattern, name)
	return ok && err == nil
}

// namesCategory reports whether a setting is about categories and not whole rules, and so holds for those that are off by default, too.
func (l ruleLine) namesCategory() bool { return strings.Contains(l.pattern, "/") }

// Judge gives a finding the tier that is set for it and reports whether it is wanted at all. Information is wanted if info is set, or if a
// setting names its category.
func (r *Rules) Judge(f *finding.Finding, info bool) bool {
	usual := f.Tier != "info"
	off, named := false, false
	for _, forPaths := range []bool{false, true} {
		for _, l := range r.lines {
			if (l.files != nil) != forPaths || !matches(l.pattern, f.Rule, f.Category) {
				continue
			}
			if forPaths && !l.files.MatchString(filepath.ToSlash(f.Start.File)) {
				continue
			}
			off = l.value == "off"
			named = l.value != "off" && l.value != "info" && (named || l.namesCategory())
			if l.value != "on" && l.value != "off" {
				f.Tier = l.value
			}
		}
	}
	return !off && (info || named || usual && f.Tier != "info")
}

// Off reports whether a rule is off in all files and for all its categories.
func (r *Rules) Off(rule string) bool {
	for _, c := range r.Known {
		f := finding.Finding{Rule: c.Rule, Category: c.Name, Tier: "error"}
		if c.Rule == rule && (r.Judge(&f, true) || slices.ContainsFunc(r.lines, func(l ruleLine) bool {
			return l.files != nil && l.value != "off" && matches(l.pattern, c.Rule, c.Name)
		})) {
			return false
		}
	}
	return true
}

// Information reports whether findings of a rule that are information only are wanted because a setting names their category.
func (r *Rules) Information(rule string) bool {
	return slices.ContainsFunc(r.lines, func(l ruleLine) bool {
		return l.namesCategory() && l.value != "off" && l.value != "info" && slices.ContainsFunc(r.Known, func(c Category) bool {
			return c.Rule == rule && matches(l.pattern, c.Rule, c.Name)
		})
	})
}

// compileGlob turns a glob into an expression for full names: ** is any number of folders, and a folder stands for all that is in it.
func compileGlob(dir, glob string) (*regexp.Regexp, error) {
	if glob == "" {
		return nil, fmt.Errorf("the glob of a path is empty")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	rest := path.Clean(filepath.ToSlash(glob))
	if path.IsAbs(rest) || filepath.IsAbs(glob) {
		return nil, fmt.Errorf("the glob %s begins at the root: want one that begins in the folder of the configuration, or the working directory", glob)
	}
	for strings.HasPrefix(rest, "../") {
		rest, abs = rest[3:], filepath.Dir(abs)
	}
	var b strings.Builder
	b.WriteString("^" + regexp.QuoteMeta(strings.TrimSuffix(filepath.ToSlash(abs), "/")) + "/")
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, "**/"):
			b.WriteString("(?:.*/)?")
			rest = rest[3:]
		case strings.HasPrefix(rest, "**"):
			b.WriteString(".*")
			rest = rest[2:]
		case rest[0] == '*':
			b.WriteString("[^/]*")
			rest = rest[1:]
		case rest[0] == '?':
			b.WriteString("[^/]")
			rest = rest[1:]
		default:
			n := strings.IndexAny(rest, "*?")
			if n < 0 {
				n = len(rest)
			}
			b.WriteString(regexp.QuoteMeta(rest[:n]))
			rest = rest[n:]
		}
	}
	return regexp.Compile(b.String() + "(?:/.*)?$")
}
