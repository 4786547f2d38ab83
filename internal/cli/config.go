package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/shutdownlint/shutdownlint/internal/baseline"
	"github.com/shutdownlint/shutdownlint/internal/config"
)

// init writes a configuration that says what can be set.
func (a *app) initialise(args []string) int {
	if len(args) > 0 {
		return a.usageError(fmt.Errorf("init takes no arguments, but got %s", args[0]))
	}
	for _, name := range config.Names {
		if exists(name) {
			return a.usageError(fmt.Errorf("%s exists already", name))
		}
	}
	name := config.Names[0]
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return a.usageError(err)
	}
	_, err = f.WriteString(config.Template)
	if err := errors.Join(err, f.Close()); err != nil {
		return a.usageError(err)
	}
	fmt.Fprintf(a.stdout, "wrote %s\n", name)
	return exitClean
}

// configuration tells of the configuration: whether it is right, what is set, what can be set.
func (a *app) configuration(args []string) int {
	what := ""
	if len(args) > 0 {
		what, args = args[0], args[1:]
	}
	switch what {
	case "schema":
		fmt.Fprint(a.stdout, config.Schema)
		return exitClean
	case "verify", "show":
	default:
		return a.usageError(fmt.Errorf("config wants one of verify, show, schema, not %q", what))
	}
	o, err := a.parse(args)
	if err != nil {
		return a.usageError(err)
	}
	if what == "show" {
		return a.showConfig(o)
	}
	if o.config == "" {
		return a.usageError(errors.New("there is no .shutdownlint.yml here or above; shutdownlint init writes one"))
	}
	if o.baseline != "" {
		if _, err := baseline.Read(o.baseline); err != nil {
			return a.usageError(err)
		}
	}
	fmt.Fprintf(a.stdout, "%s is right\n", o.config)
	return exitClean
}

// showConfig prints all that is set, and where, in the form of a configuration.
func (a *app) showConfig(o *options) int {
	doc := &yaml.Node{Kind: yaml.MappingNode}
	o.set.Visit(func(f *flag.Flag) {
		var value *yaml.Node
		switch f.Name {
		case "config", "no-config", "C", "o", "format", "json", knowledgeFlag:
			return // what it does stands elsewhere
		case "rules":
			value = ruleNode(o.rules.Lines(""))
		case "paths":
			value = &yaml.Node{Kind: yaml.MappingNode}
			for _, glob := range o.rules.Globs() {
				value.Content = append(value.Content, text(glob), ruleNode(o.rules.Lines(glob)))
			}
		default:
			value = text(f.Value.String())
			if l, ok := f.Value.(*listFlag); ok {
				value = listNode(l.values)
			} else if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
				value.Tag = "!!bool"
			} else if d, ok := f.Value.(*deployFlag); ok {
				value = d.node()
			}
		}
		key := text(f.Name)
		key.HeadComment = strings.Join(slices.Compact(o.where[f.Name]), ", ")
		doc.Content = append(doc.Content, key, value)
	})
	if list := o.allOutputs(); len(list) > 0 && !o.given("output") {
		doc.Content = append(doc.Content, text("output"), listNode(list))
	}
	if o.config == "" {
		fmt.Fprintln(a.stdout, "# no configuration file")
	} else {
		fmt.Fprintf(a.stdout, "# %s\n", o.config)
	}
	if len(doc.Content) == 0 {
		return exitClean
	}
	enc := yaml.NewEncoder(a.stdout)
	enc.SetIndent(2)
	if err := enc.Encode(doc); err != nil {
		fmt.Fprintf(a.stderr, "shutdownlint: %v\n", err)
		return exitIncomplete
	}
	return exitClean
}

func text(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

func listNode(values []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, value := range values {
		n.Content = append(n.Content, text(value))
	}
	return n
}

func ruleNode(lines [][2]string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, l := range lines {
		n.Content = append(n.Content, text(l[0]), text(l[1]))
	}
	return n
}
