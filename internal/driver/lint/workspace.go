package lint

import (
	"path/filepath"
	"slices"
	"strings"
)

// workspace puts the modules below a folder in the place of a pattern such as ./... that names a folder of a workspace outside its modules, of
// which the go command wants to know nothing. It reports whether there is one.
func (r *run) workspace(packages []*listed) bool {
	var modules []string
	found := false
	for _, p := range packages {
		prefix, wildcard := strings.CutSuffix(p.ImportPath, "/...")
		i := slices.Index(r.Patterns, p.ImportPath)
		if p.Error == nil || !wildcard || i < 0 || !strings.Contains(p.Error.Err, "does not contain modules listed in go.work") {
			continue
		}
		if modules == nil {
			out, _, err := r.goCommand(nil, "list", "-m", "-f={{.Dir}}")
			if err != nil {
				return false // the go command's own words say enough
			}
			modules = strings.Split(strings.TrimSpace(string(out)), "\n")
		}
		if below := r.below(prefix, modules); len(below) > 0 {
			r.Patterns = slices.Concat(r.Patterns[:i], below, r.Patterns[i+1:])
			found = true
		}
	}
	return found
}

// below returns patterns for the modules that lie below a folder, named as the folder is.
func (r *run) below(folder string, modules []string) []string {
	var patterns []string
	for _, dir := range modules {
		rel, err := filepath.Rel(r.path(filepath.FromSlash(folder)), dir)
		if err == nil && filepath.IsLocal(rel) {
			patterns = append(patterns, folder+"/"+filepath.ToSlash(rel)+"/...")
		}
	}
	return patterns
}
