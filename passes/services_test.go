package passes_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
	"github.com/shutdownlint/shutdownlint/passes"
)

// services are the whole services in testdata/apps: several programs each, which share packages, in a bad and a good form.
var services = []string{"shop", "gateway", "fleet"}

// served are the rules that lead from the signal to the exit, whose categories the services have.
var served = []string{"signalset", "lostsignal", "cancelledshutdown", "unawaitedshutdown", "fatalserve", "noshutdown", "skippeddefer", "noshutdowntimeout"}

// inNoService says why the bad form of no service has a category. Information is off by default, so the services never want it.
var inNoService = map[string]string{
	"noshutdowntimeout/over-grace": "it is reported only under the flag -grace, and the services are checked as users do without it",
}

// The services show each category where real code has it. What the analyzer reports in them is held by TestPrograms.
func TestServicesHaveEveryCategory(t *testing.T) {
	wanted := map[string]bool{}
	for _, service := range services {
		here := wants(t, service)
		maps.Copy(wanted, here)
		for _, rule := range served {
			if !slices.ContainsFunc(slices.Collect(maps.Keys(here)), func(label string) bool { return strings.HasPrefix(label, rule+"/") }) {
				t.Errorf("apps/%s/bad has nothing of the rule %s", service, rule)
			}
		}
	}
	unused := maps.Clone(inNoService)
	for _, a := range passes.Analyzers() {
		if !slices.Contains(served, a.Name) {
			continue
		}
		rule, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range rule.Categories {
			label := a.Name + "/" + c.Name
			reason, excused := inNoService[label]
			switch {
			case wanted[label] && excused:
				t.Errorf("%s occurs in a service, so there is no reason why it cannot: %s", label, reason)
			case !wanted[label] && !excused && c.Tier != ruledoc.Info:
				t.Errorf("%s occurs in no service", label)
			}
			delete(unused, label)
		}
	}
	for label := range unused {
		t.Errorf("%s is no category", label)
	}
}

var want = regexp.MustCompile("`\\\\\\[([a-z]+/[a-z0-9-]+)\\\\\\]`")

// wants returns the categories that the bad form of a service wants.
func wants(t *testing.T, service string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, text := range serviceFiles(t, service, "bad") {
		for _, line := range strings.Split(text, "\n") {
			if _, comment, ok := strings.Cut(line, "// want "); ok {
				for _, m := range want.FindAllStringSubmatch(comment, -1) {
					found[m[1]] = true
				}
			}
		}
	}
	return found
}

// A service is what its good form shows, too: the same programs, each of them there twice, and packages that they share.
func TestServicesAreWhole(t *testing.T) {
	for _, service := range services {
		bad, good := programs(t, service, "bad"), programs(t, service, "good")
		if !slices.Equal(bad, good) {
			t.Errorf("apps/%s: the bad form has the programs %v, the good one %v", service, bad, good)
		}
		if len(bad) < 3 {
			t.Errorf("apps/%s has only the programs %v", service, bad)
		}
		shared := map[string]bool{}
		for file := range serviceFiles(t, service, "bad") {
			if strings.HasPrefix(file, "internal/") {
				shared[path.Dir(file)] = true
			}
		}
		if len(shared) < 4 {
			t.Errorf("apps/%s has only the packages %v beside its programs", service, slices.Sorted(maps.Keys(shared)))
		}
	}
}

// programs returns the folders of the commands of a service.
func programs(t *testing.T, service, form string) []string {
	t.Helper()
	names := map[string]bool{}
	for file := range serviceFiles(t, service, form) {
		if strings.HasPrefix(file, "cmd/") {
			names[path.Dir(file)] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// serviceFiles returns the text of the Go files of a service by their names.
func serviceFiles(t *testing.T, service, form string) map[string]string {
	t.Helper()
	root := os.DirFS(filepath.Join("..", "testdata", "apps", service, form))
	texts := map[string]string{}
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".go" {
			return err
		}
		text, err := fs.ReadFile(root, file)
		texts[file] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) == 0 {
		t.Fatalf("apps/%s/%s has no source", service, form)
	}
	return texts
}
