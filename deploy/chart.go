package deploy

import (
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// chart is what a Helm chart says of itself and of its values where nobody sets others.
type chart struct {
	name   string
	values *yaml.Node
}

// plainValue matches an action of a template that is a value of the chart or its name, maybe quoted.
var plainValue = regexp.MustCompile(`\{\{-?\s*\.(Values|Chart)\.([A-Za-z0-9_.]+)\s*(?:\|\s*quote\s*)?-?\}\}`)

// chartOf returns the chart whose template the file is, or nil.
func (c *checker) chartOf(f *file) *chart {
	dir := filepath.Dir(f.path)
	for range 3 {
		if filepath.Base(dir) == "templates" {
			return c.readChart(filepath.Dir(dir))
		}
		dir = filepath.Dir(dir)
	}
	return nil
}

func (c *checker) readChart(dir string) *chart {
	if known, ok := c.charts[dir]; ok {
		return known
	}
	found := &chart{}
	for _, f := range c.files {
		if filepath.Dir(f.path) != dir {
			continue
		}
		var doc yaml.Node
		switch base := filepath.Base(f.path); {
		case base != "values.yaml" && base != "Chart.yaml", yaml.Unmarshal([]byte(f.text), &doc) != nil, len(doc.Content) == 0:
		case base == "values.yaml":
			found.values = doc.Content[0]
		default:
			if name := at(doc.Content[0], "name"); name != nil {
				found.name = name.Value
			}
		}
	}
	if c.charts == nil {
		c.charts = map[string]*chart{}
	}
	c.charts[dir] = found
	return found
}

// fill puts the chart's values in the place of actions that are nothing but such a value. It may be nil.
func (ch *chart) fill(line string) string {
	if ch == nil {
		return line
	}
	return plainValue.ReplaceAllStringFunc(line, func(action string) string {
		m := plainValue.FindStringSubmatch(action)
		if m[1] == "Chart" {
			if m[2] == "Name" && ch.name != "" {
				return ch.name
			}
			return action
		}
		if v := at(ch.values, strings.Split(m[2], ".")...); v != nil && v.Kind == yaml.ScalarNode && v.Tag != "!!null" && !strings.ContainsAny(v.Value, "\n{}") && v.Value != "" {
			return v.Value
		}
		return action
	})
}
