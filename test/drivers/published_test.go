package drivers

import (
	"strings"
	"testing"
)

// TestWithoutInstalling runs what docs/drivers.md says of go tool and go run, against the module as it would be published.
func TestWithoutInstalling(t *testing.T) {
	environ := append(publish(t), "GOFLAGS=")
	for _, name := range []string{"go tool", "go run"} {
		dir := t.TempDir()
		write(t, dir, "go.mod", "module example.com/m\n\ngo 1.24\n", "main.go", unbuffered)
		before := read(t, dir+"/go.mod")
		for line := range strings.Lines(page(t, name)) {
			out, code := outcome(t, dir, environ, "sh", "-c", line)
			runs := strings.Contains(line, "./...")
			found := strings.Contains(out, "main.go:11:2: signal channel stop is unbuffered")
			if (code != 0) != runs || found != runs {
				t.Errorf("%s: exit code %d\n%s", line, code, out)
			}
		}
		if read(t, dir+"/go.mod") != before {
			t.Errorf("%s has changed go.mod:\n%s", name, read(t, dir+"/go.mod"))
		}
	}
}
