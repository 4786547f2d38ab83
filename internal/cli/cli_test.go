package cli

import (
	"bytes"
	"testing"
)

func TestUseColor(t *testing.T) {
	var buf bytes.Buffer
	t.Setenv("NO_COLOR", "")
	for when, want := range map[string]bool{"always": true, "never": false, "auto": false} {
		if useColor(when, &buf) != want {
			t.Errorf("-color=%s on a pipe: %v", when, !want)
		}
	}
}
