package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestEveryYesHasATest looks for the tests that docs/drivers.md names for what there is.
func TestEveryYesHasATest(t *testing.T) {
	page, err := os.ReadFile("../../docs/drivers.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "## What users of other tools expect")
	table, _, _ = strings.Cut(table, "\n## ")
	named := regexp.MustCompile("(?m)\\| `(\\w+)(\\.txtar)?` \\|$").FindAllStringSubmatch(table, -1)
	if len(named) < 15 {
		t.Fatalf("the table names %d tests", len(named))
	}
	for _, m := range named {
		if m[2] != "" {
			if _, err := os.Stat("testdata/script/" + m[1] + m[2]); err != nil {
				t.Error(err)
			}
			continue
		}
		cmd := exec.Command("grep", "-rq", "--include=*_test.go", "^func "+m[1]+"(", "../..")
		if err := cmd.Run(); err != nil {
			t.Errorf("there is no test %s", m[1])
		}
	}
}
