package drivers

import (
	"path/filepath"
	"regexp"
	"testing"
)

// contextLinters turns on the two linters that report a ctx made anew where one is at hand.
const contextLinters = `version: "2"
linters:
  default: none
  enable: [contextcheck, gosec]
  settings:
    gosec:
      includes: [G118]
`

// TestFixPleasesOthers holds the fix of a ctx that has ended to the linters that complain of a fresh context.Background there: the form with
// context.WithoutCancel keeps the tie to the ctx at hand, and they say no more than before.
func TestFixPleasesOthers(t *testing.T) {
	program := build(t, ".", "golangci-lint", golangciModule+"/cmd/golangci-lint", "-trimpath")
	samples := filepath.Join(root, "testdata", "cancelledshutdown")
	for _, name := range []string{"basic", "early", "wrapper"} {
		goldens, err := filepath.Glob(filepath.Join(samples, name, "*.golden"))
		if err != nil || len(goldens) == 0 {
			t.Fatalf("%s has no fixed sample: %v", name, err)
		}
		complaints := func(kind string) (n int, text string) {
			dir := t.TempDir()
			write(t, dir, "go.mod", "module fixed\n\ngo 1.26\n")
			write(t, dir, ".golangci.yml", contextLinters)
			for _, g := range goldens {
				source := g[:len(g)-len(".golden")]
				write(t, dir, filepath.Base(source), read(t, source+kind))
			}
			out, code := outcome(t, dir, []string{"GOLANGCI_LINT_CACHE=" + filepath.Join(bin, "cache"), "GOWORK=off"}, program, "run", "./...")
			if code != 0 && code != 1 {
				t.Fatalf("%s: exit code %d\n%s", name, code, out)
			}
			return len(complaint.FindAllString(out, -1)), out
		}
		before, _ := complaints("")
		if after, text := complaints(".golden"); after > before {
			t.Errorf("%s: %d complaints before the fix and %d after it\n%s", name, before, after, text)
		}
	}
}

// complaint ends the first line of an issue.
var complaint = regexp.MustCompile(`(?m) \((?:contextcheck|gosec)\)$`)
