package drivers

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestNewerGo checks a workspace one module of which needs a newer Go than the program was built with, under that Go. This is said once, and
// the other module is checked.
func TestNewerGo(t *testing.T) {
	var minor int
	if _, err := fmt.Sscanf(runtime.Version(), "go1.%d", &minor); err != nil {
		t.Skip("the Go of this test has no release: ", runtime.Version())
	}
	next := fmt.Sprintf("1.%d", minor+1)
	newer := "GOTOOLCHAIN=go" + next + ".0"
	dir := t.TempDir()
	write(t, dir, "old/go.mod", "module example.com/old\n\ngo 1.26\n", "old/main.go", unbuffered,
		"new/go.mod", "module example.com/new\n\ngo "+next+"\n", "new/main.go", unbuffered, "go.work", "go "+next+"\n\nuse (\n\t./new\n\t./old\n)\n")
	if out, code := outcome(t, dir, []string{newer}, "go", "version"); code != 0 {
		t.Skipf("there is no Go %s yet: %s", next, out)
	}
	program := build(t, root, "shutdownlint", "./cmd/shutdownlint")
	out, code := outcome(t, dir, []string{newer, "GOWORK="}, program, "./new", "./old")
	rebuild := fmt.Sprintf("shutdownlint: was built with go1.%d but the code needs go%s: rebuild it with that Go\n", minor, next)
	if code != 3 || strings.Count(out, rebuild) != 1 || !strings.Contains(out, filepath.FromSlash("old/main.go:11:2: ")) {
		t.Errorf("the command: exit code %d\n%s", code, out)
	}
	cmd := exec.Command("go", "vet", "-vettool="+program, "./new")
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), newer, "GOFLAGS=")
	if vet, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(vet), "rebuild it with that Go") {
		t.Errorf("go vet: %v\n%s", err, vet)
	}
}
