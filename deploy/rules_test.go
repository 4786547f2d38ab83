package deploy

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// TestCategories holds the list to what is reported: settings take the names that it has, and no other.
func TestCategories(t *testing.T) {
	call := regexp.MustCompile(`\.add\((?:f|[rsp]\.file), "([a-z]+)", "([a-z-]+)"`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	reported := map[string]bool{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllStringSubmatch(string(text), -1) {
			reported[m[1]+"/"+m[2]] = true
		}
	}
	var listed []string
	for _, c := range Categories {
		listed = append(listed, c.Rule+"/"+c.Name)
	}
	if got := slices.Sorted(maps.Keys(reported)); !slices.Equal(got, listed) {
		t.Errorf("the list is\n%v, reported are\n%v", listed, got)
	}
}
