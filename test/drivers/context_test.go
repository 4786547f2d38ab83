package drivers

import (
	"path/filepath"
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
// context.WithoutCancel keeps the tie to the ctx at hand, and they are silent.
func TestFixPleasesOthers(t *testing.T) {
	program := build(t, ".", "golangci-lint", golangciModule+"/cmd/golangci-lint", "-trimpath")
	samples := filepath.Join(root, "testdata", "cancelledshutdown")
	for _, name := range []string{"basic", "early", "wrapper"} {
		goldens, err := filepath.Glob(filepath.Join(samples, name, "*.golden"))
		if err != nil || len(goldens) == 0 {
			t.Fatalf("%s has no fixed sample: %v", name, err)
		}
		dir := t.TempDir()
		write(t, dir, "go.mod", "module fixed\n\ngo 1.26\n")
		write(t, dir, ".golangci.yml", contextLinters)
		for _, g := range goldens {
			write(t, dir, filepath.Base(g[:len(g)-len(".golden")]), read(t, g))
		}
		if out, code := outcome(t, dir, []string{"GOLANGCI_LINT_CACHE=" + filepath.Join(bin, "cache"), "GOWORK=off"}, program, "run", "./..."); code != 0 {
			t.Errorf("%s: exit code %d\n%s", name, code, out)
		}
	}
}
