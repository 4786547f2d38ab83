package deploy

import (
	"path/filepath"
	"strings"
)

// source returns the line of a chart's template that a line of what helm template wrote comes from: the template that the comment above the
// document names, if it is among the files, and its only line with the same key. It is false where that cannot be told.
func (c *checker) source(f *file, line int) (*file, int, bool) {
	if f.kind != manifest || line < 1 || line > len(f.lines) {
		return nil, 0, false
	}
	name := ""
	for i := line - 1; i >= 0 && name == ""; i-- {
		rest, ok := strings.CutPrefix(f.lines[i], "# Source: ")
		if ok {
			name = strings.TrimSpace(rest)
		}
		if strings.HasPrefix(f.lines[i], "---") && !ok && i < line-1 {
			break
		}
	}
	template := c.template(name)
	key, _, ok := strings.Cut(strings.TrimLeft(f.lines[line-1], " -"), ":")
	if template == nil || !ok {
		return nil, 0, false
	}
	found := 0
	for i, text := range template.lines {
		if strings.HasPrefix(strings.TrimLeft(text, " -"), key+":") {
			if found > 0 {
				return nil, 0, false
			}
			found = i + 1
		}
	}
	return template, found, found > 0
}

// template returns the one file of a chart that such a comment names: the chart's name and the path in its folder.
func (c *checker) template(name string) *file {
	_, path, ok := strings.Cut(name, "/")
	if !ok {
		return nil
	}
	var found *file
	for _, f := range c.files {
		if f.kind != manifest || !strings.HasSuffix(filepath.ToSlash(f.path), "/"+path) {
			continue
		}
		if found != nil {
			return nil
		}
		found = f
	}
	return found
}
