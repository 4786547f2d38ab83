package unit

import (
	"regexp"
	"strings"
	"testing"
)

// TestVersion holds the answer to the form that the go command reads, whatever the program's file is called: that takes it apart at spaces.
func TestVersion(t *testing.T) {
	var out strings.Builder
	if err := printVersion(&out); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^shutdownlint version devel buildID=[0-9a-f]{64}\n$`).MatchString(out.String()) {
		t.Errorf("the version is %q", out.String())
	}
}
