package witness

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
	"github.com/shutdownlint/shutdownlint/passes"
)

// Reasons reads the file unwitnessed.txt of the module: a category a line and the reason why it has no witness.
func Reasons(module string) (map[string]string, error) {
	text, err := os.ReadFile(filepath.Join(module, "unwitnessed.txt"))
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, reason, ok := strings.Cut(line, " ")
		if !ok || all[name] != "" {
			return nil, fmt.Errorf("unwitnessed.txt: no reason, or two, in %q", line)
		}
		all[name] = strings.TrimSpace(reason)
	}
	return all, nil
}

// Categories returns all categories of the rules, in order.
func Categories() ([]string, error) {
	var all []string
	for _, a := range passes.Analyzers() {
		r, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			return nil, err
		}
		for _, c := range r.Categories {
			all = append(all, r.Name+"/"+c.Name)
		}
	}
	return all, nil
}
