package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/config"
	"github.com/shutdownlint/shutdownlint/internal/printer"
	"github.com/shutdownlint/shutdownlint/passes"
)

// fullApp is the command as users have it.
func fullApp(t *testing.T) *app {
	t.Helper()
	a := &app{analyzers: passes.Analyzers(), stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)}
	var err error
	if a.texts, err = texts(a.analyzers); err != nil {
		t.Fatal(err)
	}
	return a
}

// Every key of a configuration is a flag of the same name, and both are told of.
func TestEveryKeyIsAFlag(t *testing.T) {
	var schema struct{ Properties map[string]any }
	if err := json.Unmarshal([]byte(config.Schema), &schema); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	set := fullApp(t).newOptions().set
	for key := range schema.Properties {
		if set.Lookup(key) == nil {
			t.Errorf("the key %s is no flag", key)
		}
		if !strings.Contains(string(page), "`"+key+"`") {
			t.Errorf("docs/configuration.md does not tell of %s", key)
		}
	}
	for _, name := range generalFlags {
		if set.Lookup(name) == nil {
			t.Errorf("the help text tells of a flag %s, which does not exist", name)
		}
	}
}

func TestFormatsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/output.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range printer.Formats() {
		if !strings.Contains(string(page), "| `"+format+"` |") {
			t.Errorf("docs/output.md does not tell of %s", format)
		}
		if !strings.Contains(config.Schema, format) || !strings.Contains(config.Template, format) {
			t.Errorf("the schema or the template does not know %s", format)
		}
	}
}

// The help text tells of every flag that is no rule's and no alias.
func TestHelpIsComplete(t *testing.T) {
	a := fullApp(t)
	if code := a.help(nil); code != exitClean {
		t.Fatalf("exit code %d", code)
	}
	help := a.stdout.(*bytes.Buffer).String()
	for _, r := range a.texts {
		if !strings.Contains(help, "-"+r.Name+" ") {
			t.Errorf("the help text does not name %s", r.Name)
		}
	}
	for _, name := range commandNames() {
		if name != "help" && !strings.Contains(help, "shutdownlint "+name) {
			t.Errorf("the help text does not name %s", name)
		}
	}
	for name := range commands {
		if !strings.Contains(strings.Join(commandNames(), " "), name) {
			t.Errorf("a wrong spelling of %s is not noticed", name)
		}
	}
}
