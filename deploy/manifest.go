package deploy

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/shutdownlint/shutdownlint/internal/contract"
)

// template matches what a template engine fills in.
var template = regexp.MustCompile(`\{\{[^\n]*?\}\}`)

// documents reads the documents of a YAML file. Lines that only steer a template are left out. Of
// what it fills in the chart's own values are known, as far as they stand there plainly; all else is unknown, at the same places as in the file.
func (c *checker) documents(f *file) []document {
	var docs []document
	text := f.text
	templated := strings.Contains(text, "{{")
	if templated {
		var lines []string
		ch := c.chartOf(f)
		for _, line := range f.lines {
			if strings.HasPrefix(strings.TrimSpace(line), "{{") {
				line = ""
			}
			lines = append(lines, template.ReplaceAllStringFunc(ch.fill(line), func(s string) string { return strings.Repeat("x", len(s)) }))
		}
		text = strings.Join(lines, "\n")
	}
	dec := yaml.NewDecoder(strings.NewReader(text))
	for {
		var doc yaml.Node
		err := dec.Decode(&doc)
		if errors.Is(err, io.EOF) {
			return docs
		}
		if err != nil {
			switch {
			case templated:
				c.sayf("%s: a template that is no YAML until it is filled in, so what it makes has to be checked", f.path)
			case looksLikeManifest(f.text):
				c.problem(f.path, err)
			}
			return docs
		}
		if len(doc.Content) == 1 {
			docs = append(docs, document{f, doc.Content[0]})
		}
	}
}

// looksLikeManifest tells files that somebody means to run something with from any other YAML.
func looksLikeManifest(text string) bool {
	return strings.Contains(text, "\nkind:") || strings.HasPrefix(text, "kind:") || strings.Contains(text, "\nservices:") || strings.HasPrefix(text, "services:")
}

// field returns the value of a mapping's key with the key itself, or nil.
func field(n *yaml.Node, name string) (key, value *yaml.Node) {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}

// at follows keys down.
func at(n *yaml.Node, path ...string) *yaml.Node {
	for _, name := range path {
		_, n = field(n, name)
	}
	return n
}

// object judges one document.
func (c *checker) object(f *file, doc *yaml.Node) {
	if at(doc, "kind") != nil && at(doc, "apiVersion") != nil {
		if items := at(doc, "items"); items != nil {
			for _, item := range items.Content {
				c.object(f, item)
			}
		}
		if at(doc, "kind").Value == "Service" {
			c.selectors = append(c.selectors, labels(at(doc, "spec", "selector")))
		}
		c.name = objectName(f, doc)
		c.pods(f, doc, at(doc, "kind").Value, 0)
		return
	}
	if services := at(doc, "services"); services != nil && services.Kind == yaml.MappingNode {
		for i := 1; i < len(services.Content); i += 2 {
			c.service(f, services.Content[i-1], services.Content[i])
		}
	}
}

// maxDepth bounds how deep pod templates are looked for. Aliases are not followed, so a small file stays small.
const maxDepth = 12

// pods finds the pod specs of an object of any kind: a mapping with containers.
func (c *checker) pods(f *file, n *yaml.Node, kind string, depth int) {
	if n == nil || depth > maxDepth {
		return
	}
	if containers := at(n, "containers"); containers != nil && containers.Kind == yaml.SequenceNode {
		c.pod(f, n, containers, kind)
		return
	}
	if at(n, "spec", "containers") != nil {
		c.labels = labels(at(n, "metadata", "labels"))
	}
	if key, _ := field(n, "terminationGracePeriodSeconds"); key != nil && (at(n, "template") != nil || at(n, "selector") != nil) {
		c.add(f, "graceperiod", "misplaced", "error", "terminationGracePeriodSeconds belongs in the pod's spec, beside its containers", key.Line, key.Column)
	}
	for _, child := range n.Content {
		c.pods(f, child, kind, depth+1)
	}
}

// defaultGrace is the grace period of a pod that names none.
const defaultGrace = 30

func (c *checker) pod(f *file, spec, containers *yaml.Node, kind string) {
	grace, known, line := defaultGrace, true, (*yaml.Node)(nil)
	if key, value := field(spec, "terminationGracePeriodSeconds"); key != nil {
		n, err := strconv.Atoi(value.Value)
		grace, known, line = n, err == nil, key
		if !known {
			c.sayf("%s:%d: terminationGracePeriodSeconds is no plain number, so what the template makes has to be checked", f.path, key.Line)
		}
		if known {
			c.grace(f, "terminationGracePeriodSeconds: "+value.Value, time.Duration(n)*time.Second, key.Line, key.Column)
		}
	}
	for _, ct := range slices.Concat(containers.Content, sidecars(spec)) {
		if key, _ := field(ct, "terminationGracePeriodSeconds"); key != nil {
			c.add(f, "graceperiod", "misplaced", "error", "terminationGracePeriodSeconds is no setting of a container; it belongs beside containers", key.Line, key.Column)
		}
		lifecycle := at(ct, "lifecycle")
		if key, value := field(lifecycle, "stopSignal"); key != nil {
			c.stopSignal(f, value.Value, key.Line, key.Column)
		}
		r := &running{
			file: f, what: "pod", grace: time.Duration(grace) * time.Second, known: known, once: kind == "Job" || kind == "CronJob",
		}
		c.container(r, ct, line)
		c.preStop(f, at(lifecycle, "preStop"), grace, known, r.program)
		c.podCommand(f, ct)
	}
}

// sidecars are the containers of a pod that start before the others and run as long.
func sidecars(spec *yaml.Node) []*yaml.Node {
	list := at(spec, "initContainers")
	if list == nil {
		return nil
	}
	var all []*yaml.Node
	for _, ct := range list.Content {
		if policy := at(ct, "restartPolicy"); policy != nil && policy.Value == "Always" {
			all = append(all, ct)
		}
	}
	return all
}

// hookTime returns what a hook runs and how many seconds it sleeps, with the node that says so.
func hookTime(hook *yaml.Node) (key *yaml.Node, list []string, seconds int) {
	key, exec := field(hook, "exec")
	list = values(at(exec, "command"))
	if value := at(hook, "sleep", "seconds"); value != nil {
		key = value
		seconds, _ = strconv.Atoi(value.Value)
	}
	if m := sleeping.FindStringSubmatch(strings.Join(list, " ")); m != nil {
		seconds, _ = strconv.Atoi(m[1])
	}
	return key, list, seconds
}

// preStop judges a hook that runs before the signal, in the same grace period.
func (c *checker) preStop(f *file, hook *yaml.Node, grace int, known bool, p *contract.Program) {
	key, list, seconds := hookTime(hook)
	text := strings.Join(list, " ")
	switch {
	case key == nil:
	case known && seconds > 0 && seconds >= grace:
		c.add(f, "graceperiod", "too-long", "error", "preStop sleeps "+strconv.Itoa(seconds)+"s of the pod's "+strconv.Itoa(grace)+"s, so nothing is left for the drain", key.Line, key.Column)
	case killing.MatchString(text):
		if tier, message := double(p, "after this kill the container gets its own SIGTERM at once"); tier != "" {
			c.add(f, "doublesignal", "pre-stop", tier, message, key.Line, key.Column)
		}
	}
}

var (
	sleeping = regexp.MustCompile(`\bsleep\s+(\d+)s?\b`)
	killing  = regexp.MustCompile(`\bkill\s+(-s\s*)?(-?(SIG)?(TERM|INT|15|2)\s+)?(--\s+)?1$`)
)

// podCommand judges a container that starts its program under a shell.
func (c *checker) podCommand(f *file, ct *yaml.Node) {
	key, commands := field(ct, "command")
	if key == nil || len(commands.Content) < 2 || !isShell(commands.Content[0].Value) || !strings.HasSuffix(commands.Content[1].Value, "c") {
		return
	}
	text := ""
	if len(commands.Content) > 2 {
		text = commands.Content[2].Value
	} else if args := at(ct, "args"); args != nil && len(args.Content) > 0 {
		text = args.Content[0].Value
	}
	run, single := lastCommand(text)
	if run == nil || run.exec || single || harmless[run.name] || isShell(run.name) {
		return
	}
	c.add(f, "shellform", "shell-form", "warning", "the shell of this command is process 1 and passes no SIGTERM on to "+run.name, key.Line, key.Column)
}

// service judges one service of a compose project.
func (c *checker) service(f *file, name, s *yaml.Node) {
	c.composed(f, name, s)
	if key, _ := field(s, "stop_timeout"); key != nil {
		c.add(f, "graceperiod", "misplaced", "error", "compose knows no stop_timeout; the setting is stop_grace_period", key.Line, key.Column)
	}
	if key, value := field(s, "stop_signal"); key != nil {
		c.stopSignal(f, value.Value, key.Line, key.Column)
	}
	if key, value := field(s, "stop_grace_period"); key != nil {
		if d, err := time.ParseDuration(value.Value); err == nil {
			c.grace(f, "stop_grace_period: "+value.Value, d, key.Line, key.Column)
		}
	}
}
