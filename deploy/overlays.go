package deploy

import (
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// document is one document of a manifest.
type document struct {
	file *file
	node *yaml.Node
}

// note gathers the grace periods that the documents give an object, since one of kustomize or compose may lay another over it.
func (c *checker) note(d document) {
	if c.graces == nil {
		c.graces = map[string]time.Duration{}
	}
	if jsonPatch.MatchString(d.file.text) {
		c.patched = true
	}
	raise := func(name string, t time.Duration) { c.graces[name] = max(c.graces[name], t) }
	if kind := at(d.node, "kind"); kind != nil {
		eachValue(d.node, "terminationGracePeriodSeconds", 0, func(v *yaml.Node) {
			n, err := strconv.Atoi(v.Value)
			if err != nil {
				n = math.MaxInt32
			}
			raise(objectName(d.file, d.node), time.Duration(n)*time.Second)
		})
		return
	}
	services := at(d.node, "services")
	for i := 0; services != nil && services.Kind == yaml.MappingNode && i+1 < len(services.Content); i += 2 {
		if v := at(services.Content[i+1], "stop_grace_period"); v != nil {
			t, err := time.ParseDuration(v.Value)
			if err != nil {
				t = math.MaxInt64
			}
			raise(serviceName(d.file, services.Content[i]), t)
		}
	}
}

// jsonPatch matches a patch of kustomize that sets the grace period of an object that it names elsewhere.
var jsonPatch = regexp.MustCompile(`path"?:.*/terminationGracePeriodSeconds`)

// eachValue calls visit for each value of the key below the node.
func eachValue(n *yaml.Node, key string, depth int, visit func(*yaml.Node)) {
	if depth > maxDepth {
		return
	}
	if _, v := field(n, key); v != nil {
		visit(v)
	}
	for _, child := range n.Content {
		eachValue(child, key, depth+1, visit)
	}
}

// objectName names an object in the way in which patches find it. One whose name a template fills in is a thing of its own file.
func objectName(f *file, doc *yaml.Node) string {
	name := f.path
	if n := at(doc, "metadata", "name"); n != nil && strings.Trim(n.Value, "x") != "" {
		name = n.Value
	}
	return at(doc, "kind").Value + "/" + name
}

// serviceName names a service among the compose files of a folder.
func serviceName(f *file, name *yaml.Node) string {
	return strings.Join([]string{"compose", filepath.Dir(f.path), name.Value}, "/")
}

// overlaid reports whether another document gives the object more time.
func (c *checker) overlaid(name string, grace time.Duration, written bool) bool {
	return c.graces[name] > grace || c.patched && !written
}
