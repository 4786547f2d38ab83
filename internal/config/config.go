// Package config reads .shutdownlint.yml. What the file says is turned into flags, one a value, so that every key is also a flag and both are
// checked by the same code.
package config

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/shutdownlint/shutdownlint/internal/nearest"
)

// Schema is the JSON Schema of the file.
//
//go:embed schema.json
var Schema string

// Template is a file that says what can be set and changes nothing.
//
//go:embed template.yml
var Template string

// Names are the names of the file, the first of which is the usual one.
var Names = []string{".shutdownlint.yml", ".shutdownlint.yaml"}

// kind is what stands behind a key.
type kind int

const (
	scalar   kind = iota
	boolean       // true or false
	list          // one value or a list
	joined        // the same, for a flag that takes all with commas between them
	files         // a list of file names, relative to the file's folder
	outputs       // a list of FORMAT or FORMAT=FILE
	ruleList      // rule pattern: setting
	pathList      // glob: setting, or the same as rules
	names         // true or false, or name: package
)

// keys are the keys of the file, each of which is the name of a flag.
var keys = map[string]kind{
	"rules": ruleList, "paths": pathList, "grace": scalar, "info": boolean, "tests": boolean, "tags": joined, "knowledge": files, "deploy": names,
	"baseline": files, "new-from-rev": scalar, "new-from-merge-base": scalar, "beside": list, "with-staticcheck": boolean,
	"fail-on": scalar, "exit-zero": boolean, "output": outputs, "path-base": files, "color": scalar, "stats": boolean,
}

// Setting is one value of a file, as a flag.
type Setting struct {
	Flag  string
	Value string
	Dir   string // the file's folder, which globs are relative to
	Where string // file:line
}

// Find returns the file that holds for a directory: in it, or in the nearest one above it. The search ends at the top of a repository. There
// may be none, and then the name is empty.
func Find(dir string) (string, error) {
	for {
		var found []string
		for _, name := range Names {
			// A folder of that name, or a link to nowhere, is found, too: that it cannot be read is better told than passed over.
			if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
				found = append(found, filepath.Join(dir, name))
			}
		}
		if len(found) > 1 {
			return "", fmt.Errorf("%s: there is %s beside it: keep one of the two", found[1], Names[0])
		}
		if len(found) == 1 {
			return found[0], nil
		}
		_, err := os.Stat(filepath.Join(dir, ".git"))
		up := filepath.Dir(dir)
		if err == nil || up == dir {
			return "", nil
		}
		dir = up
	}
}

// reader collects the settings of one file, and all that is wrong with it.
type reader struct {
	name     string // as shown in errors
	dir      string
	flags    []string // further keys: flags of single rules
	settings []Setting
	errs     []error
}

// Load reads a file. Besides the keys it takes the names of these flags, which belong to single rules. All errors are returned, each with
// file:line.
func Load(name string, flags []string) ([]Setting, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parse(name, text, flags)
}

// parse reads the text of a file.
func parse(name string, text []byte, flags []string) ([]Setting, error) {
	r := &reader{name: name, dir: filepath.Dir(name), flags: flags}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, more yaml.Node
	err := dec.Decode(&doc)
	if errors.Is(err, io.EOF) {
		return nil, nil // empty, or comments alone
	}
	if err != nil {
		return nil, r.syntax(err)
	}
	if err := dec.Decode(&more); err == nil {
		return nil, fmt.Errorf("%s:%d: a second document: want one", name, more.Line)
	}
	r.top(doc.Content[0])
	return r.settings, errors.Join(r.errs...)
}

// yamlLine is how the library says where it stumbled.
var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

func (r *reader) syntax(err error) error {
	m := yamlLine.FindStringSubmatch(err.Error())
	if m == nil || m[1] == "" {
		return fmt.Errorf("%s:1: %s", r.name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	return fmt.Errorf("%s:%s: %s", r.name, m[1], strings.TrimPrefix(err.Error(), m[0]))
}

func (r *reader) errorf(n *yaml.Node, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d: %s", r.name, n.Line, fmt.Sprintf(format, args...)))
}

func (r *reader) set(n *yaml.Node, flag, value string) {
	r.settings = append(r.settings, Setting{flag, value, r.dir, fmt.Sprintf("%s:%d", r.name, n.Line)})
}

// pairs calls visit for each key of a mapping, and complains of anything else and of keys that come twice.
func (r *reader) pairs(n *yaml.Node, what string, visit func(key, value *yaml.Node)) {
	n = resolve(n)
	if n.Kind != yaml.MappingNode {
		if n.Tag != "!!null" {
			r.errorf(n, "%s: want a mapping of keys to values", what)
		}
		return
	}
	seen := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			r.errorf(key, "%s: a key is not a word", what)
			continue
		}
		if line, ok := seen[key.Value]; ok {
			r.errorf(key, "%s is already in line %d", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		visit(key, resolve(n.Content[i+1]))
	}
}

// resolve follows an alias to what it stands for.
func resolve(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

func (r *reader) top(n *yaml.Node) {
	r.pairs(n, "the file", func(key, value *yaml.Node) {
		if slices.Contains(r.flags, key.Value) {
			r.scalar(key.Value, value)
			return
		}
		k, ok := keys[key.Value]
		if !ok {
			r.unknown(key)
			return
		}
		switch k {
		case boolean:
			if value.Tag != "!!bool" {
				r.errorf(value, "%s: want true or false", key.Value)
				return
			}
			r.scalar(key.Value, value)
		case scalar:
			r.scalar(key.Value, value)
		case names:
			r.names(key.Value, value)
		case ruleList:
			r.rules(value, "rules", "")
		case pathList:
			r.pairs(value, "paths", func(glob, value *yaml.Node) { r.rules(value, "paths", glob.Value) })
		default:
			r.list(key.Value, k, value)
		}
	})
}

// unknown complains of a key and says which may be meant.
func (r *reader) unknown(key *yaml.Node) {
	var names []string
	for name := range keys {
		names = append(names, name)
	}
	slices.Sort(names)
	if slices.ContainsFunc(r.flags, func(flag string) bool { return strings.HasPrefix(flag, key.Value+".") }) {
		r.errorf(key, "unknown key %s: settings of rules stand below the key rules", key.Value)
		return
	}
	if near := nearest.Name(key.Value, slices.Concat(names, r.flags)); near != "" {
		r.errorf(key, "unknown key %s, did you mean %s?", key.Value, near)
		return
	}
	r.errorf(key, "unknown key %s: want one of %s", key.Value, strings.Join(names, ", "))
}

func (r *reader) scalar(flag string, n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		r.errorf(n, "%s: want one value", flag)
		return
	}
	r.set(n, flag, n.Value)
}

func (r *reader) list(flag string, k kind, n *yaml.Node) {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	var values []string
	for _, item := range items {
		item = resolve(item)
		if item.Kind != yaml.ScalarNode || item.Tag == "!!null" {
			r.errorf(item, "%s: want a value or a list of values", flag)
			return
		}
		switch k {
		case joined:
			values = append(values, item.Value)
		case files:
			if item.Value == "" {
				r.errorf(item, "%s: the name is empty", flag)
				return
			}
			r.set(item, flag, r.path(item.Value))
		case outputs:
			if format, file, ok := strings.Cut(item.Value, "="); ok && file != "" && file != "-" {
				item.Value = format + "=" + r.path(file)
			}
			r.set(item, flag, item.Value)
		default:
			r.set(item, flag, item.Value)
		}
	}
	if k == joined {
		r.set(n, flag, strings.Join(values, ","))
	}
}

// names reads true or false, or what names stand for.
func (r *reader) names(flag string, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		if n.Tag != "!!bool" {
			r.errorf(n, "%s: want true, false or a mapping of names to packages", flag)
			return
		}
		r.set(n, flag, n.Value)
		return
	}
	r.pairs(n, flag, func(name, value *yaml.Node) {
		if value.Kind != yaml.ScalarNode || value.Value == "" || strings.ContainsAny(name.Value+value.Value, "=,") {
			r.errorf(value, "%s: want the package that %s runs", flag, name.Value)
			return
		}
		r.set(value, flag, name.Value+"="+value.Value)
	})
}

// path gives a file name that the file says its meaning for the working directory.
func (r *reader) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(r.dir, filepath.FromSlash(name))
}

// rules reads what is set of rules: for all files, or for those that a glob names. One setting there stands for all rules.
func (r *reader) rules(n *yaml.Node, flag, glob string) {
	prefix := ""
	if glob != "" {
		prefix = glob + ":"
	}
	if glob != "" && n.Kind == yaml.ScalarNode {
		r.set(n, flag, prefix+"*="+n.Value)
		return
	}
	r.pairs(n, strings.TrimSuffix(flag+" "+glob, " "), func(pattern, value *yaml.Node) {
		if value.Kind != yaml.ScalarNode {
			r.errorf(value, "%s: want one of %s", pattern.Value, strings.Join(Values, ", "))
			return
		}
		r.set(value, flag, prefix+pattern.Value+"="+value.Value)
	})
}
