package witness

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/deploy"
)

const contained = root + "/testdata/contained"

func loadContainers(t *testing.T) []*Container {
	t.Helper()
	dir, err := filepath.Abs(contained)
	if err != nil {
		t.Fatal(err)
	}
	all, err := LoadContainers(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("there are no witnesses")
	}
	return all
}

// TestContainers runs what files start as process 1 of a PID namespace, stops it, and kills it after its grace period, as container runtimes do.
func TestContainers(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many programs")
	}
	if err := Isolates(t.Context()); err != nil {
		t.Skip(err)
	}
	all := loadContainers(t)
	results, err := CheckContainers(t.Context(), build(t), filepath.Dir(filepath.Dir(all[0].Dir)), all)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		t.Run(r.Path(), func(t *testing.T) {
			for _, p := range r.Problems {
				t.Error(p)
			}
		})
	}
}

// Each category of the files has a witness or a reason, and each of these a category.
func TestFileCategoriesHaveWitnesses(t *testing.T) {
	reasons, err := Reasons(contained)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]int{}
	for _, c := range loadContainers(t) {
		named[c.Name()]++
	}
	for name := range reasons {
		named[name]++
	}
	for _, c := range deploy.Categories {
		name := c.Rule + "/" + c.Name
		if named[name] != 1 {
			t.Errorf("%s has %d witnesses and reasons", name, named[name])
		}
		delete(named, name)
	}
	for name := range named {
		t.Errorf("there is no category %s", name)
	}
}

func TestEvidenceOfFilesIsComplete(t *testing.T) {
	text, err := os.ReadFile(root + "/docs/evidence-deploy.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	for _, c := range loadContainers(t) {
		if row := "[" + c.Name() + "](deploy.md#" + c.Rule + ") | " + c.About + " |"; !strings.Contains(page, row) {
			t.Errorf("docs/evidence-deploy.md has no row %s: run go run ./internal/witness/evidence -deploy -w", row)
		}
	}
}
