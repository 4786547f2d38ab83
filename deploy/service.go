package deploy

import (
	"fmt"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// labels reads a mapping of texts.
func labels(n *yaml.Node) map[string]string {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	all := map[string]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		all[n.Content[i].Value] = n.Content[i+1].Value
	}
	return all
}

// pending is a container that is judged when all Services are known.
type pending struct {
	running
	labels map[string]string
}

// routes reports whether a Service among the files sends requests to pods with these labels.
func (c *checker) routes(pod map[string]string) bool {
	for _, selector := range c.selectors {
		matches := len(selector) > 0
		for key, value := range selector {
			matches = matches && pod[key] == value
		}
		if matches {
			return true
		}
	}
	return false
}

// delays tells of programs behind a Service that stop listening as soon as the signal comes: requests still arrive for a moment, until all proxies
// know that the pod is gone.
func (c *checker) delays() {
	for _, p := range c.pending {
		if !c.routes(p.labels) || len(p.program.Ways) != 1 {
			continue
		}
		if at, ok := closesAtOnce(&p.program.Ways[0]); ok {
			c.add(p.file, "prestop", "no-delay", "info", fmt.Sprintf("%s closes its listener as soon as the signal comes (%s:%d), while the Service still sends requests to it",
				filepath.Base(p.program.Package), shown(at.File), at.Line), p.line, p.column)
		}
	}
}

// closesAtOnce reports whether the first thing on the way is a graceful stop, with its place.
func closesAtOnce(w *contract.Way) (contract.Place, bool) {
	if len(w.Steps) == 0 || w.Steps[0].Kind != contract.Drain || w.Steps[0].What == "unknown" {
		return contract.Place{}, false
	}
	return w.Steps[0].At, true
}
