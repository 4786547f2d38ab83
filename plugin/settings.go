package plugin

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/config"
	"github.com/shutdownlint/shutdownlint/internal/nearest"
	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
	"github.com/shutdownlint/shutdownlint/passes"
)

// settings are what the user of golangci-lint has set.
type settings struct {
	rules       config.Rules
	grace       time.Duration
	info        bool
	tests       bool
	unsafeFixes bool
	knowledge   string
}

// keys read one value each.
var keys = map[string]func(*settings, any) error{
	"rules":        (*settings).setRules,
	"grace":        (*settings).setGrace,
	"knowledge":    (*settings).setKnowledge,
	"info":         func(s *settings, v any) error { return boolean(v, &s.info) },
	"tests":        func(s *settings, v any) error { return boolean(v, &s.tests) },
	"unsafe-fixes": func(s *settings, v any) error { return boolean(v, &s.unsafeFixes) },
}

// decode reads the settings. It takes no key that it does not know, and says which may be meant.
func decode(conf any) (*settings, error) {
	s := &settings{rules: config.Rules{Known: categories()}}
	data, err := json.Marshal(conf) // whatever the configuration was read into
	if err != nil {
		return nil, err
	}
	var values map[string]any
	if err := json.Unmarshal(data, &values); err != nil {
		return nil, errors.New("settings: want a mapping of keys to values")
	}
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(values)) {
		set := keys[key]
		if set == nil {
			errs = append(errs, unknown(key))
		} else if err := set(s, values[key]); err != nil {
			errs = append(errs, fmt.Errorf("settings: %s: %w", key, err))
		}
	}
	return s, errors.Join(errs...)
}

// unknown is the error of a key that does not exist.
func unknown(key string) error {
	names := slices.Sorted(maps.Keys(keys))
	if near := nearest.Name(key, names); near != "" {
		return fmt.Errorf("settings: unknown key %s, did you mean %s?", key, near)
	}
	return fmt.Errorf("settings: unknown key %s: want one of %s", key, strings.Join(names, ", "))
}

// categories are the rules and categories that settings can name.
func categories() []config.Category {
	var list []config.Category
	for _, a := range passes.Analyzers() {
		rule, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			panic(err) // the rule was made of this text
		}
		for _, c := range slices.Concat(rule.Categories, ruledoc.Comments) {
			list = append(list, config.Category{Rule: rule.Name, Name: c.Name, Tier: c.Tier.String()})
		}
	}
	return list
}

// setRules switches rules and categories. golangci-lint does not keep their order, so that the more exact pattern wins: a name over
// wildcards, a category over a rule.
func (s *settings) setRules(value any) error {
	patterns, ok := value.(map[string]any)
	if !ok {
		return errors.New("want a mapping of rules, categories or patterns to on or off")
	}
	sorted := slices.SortedFunc(maps.Keys(patterns), func(x, y string) int {
		return cmp.Or(cmp.Compare(strings.Count(x, "/"), strings.Count(y, "/")), -cmp.Compare(wildcards(x), wildcards(y)), strings.Compare(x, y))
	})
	var errs []error
	for _, pattern := range sorted {
		on := patterns[pattern] == "on"
		if on || patterns[pattern] == "off" || boolean(patterns[pattern], &on) == nil {
			errs = append(errs, s.rules.Add(pattern+"="+strconv.FormatBool(on), ".", false))
			continue
		}
		errs = append(errs, fmt.Errorf("%s is set to %v: want on or off; severities are golangci-lint's own setting", pattern, patterns[pattern]))
	}
	return errors.Join(errs...)
}

// wildcards counts what in a pattern stands for something else.
func wildcards(pattern string) int {
	return strings.Count(pattern, "*") + strings.Count(pattern, "?") + strings.Count(pattern, "[")
}

func (s *settings) setGrace(value any) error {
	text, ok := value.(string)
	d, err := time.ParseDuration(text)
	if !ok || err != nil || d < 0 {
		return fmt.Errorf("%v is no time: want one such as 30s", value)
	}
	s.grace = d
	return nil
}

// setKnowledge takes the lines themselves. The name of a file would not do: golangci-lint keeps its results when the file changes.
func (s *settings) setKnowledge(value any) error {
	text, ok := value.(string)
	if !ok || !strings.ContainsAny(text, " \n") && strings.HasSuffix(text, ".txt") {
		return errors.New("want the lines themselves: golangci-lint would not notice that a file has changed")
	}
	s.knowledge = text
	return nil
}

func boolean(value any, b *bool) error {
	v, ok := value.(bool)
	if !ok {
		return errors.New("want true or false")
	}
	*b = v
	return nil
}

// flags are the settings as flags of a rule. Comments for golangci-lint are left to it: it also reports those that silence nothing.
func (s *settings) flags(rule string) map[string]string {
	return map[string]string{
		"info":         strconv.FormatBool(s.info || s.rules.Information(rule)),
		"tests":        strconv.FormatBool(s.tests),
		"grace":        s.grace.String(),
		"unsafe-fixes": strconv.FormatBool(s.unsafeFixes),
		"nolint":       "false",
	}
}
