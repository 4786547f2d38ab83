package cli

import (
	"bytes"
	"testing"
)

func TestNearest(t *testing.T) {
	names := []string{"unbufferedsignal", "goroutineleak", "json", "fix", "v"}
	for wrong, want := range map[string]string{
		"unbufferedsignals": "unbufferedsignal",
		"unbuferedsingal":   "unbufferedsignal",
		"gorutineleak":      "goroutineleak",
		"jsno":              "json",
		"fxi":               "fix",
		"completely":        "",
		"":                  "",
	} {
		if got := nearest(wrong, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", wrong, got, want)
		}
	}
}

func TestUseColor(t *testing.T) {
	var buf bytes.Buffer
	t.Setenv("NO_COLOR", "")
	for when, want := range map[string]bool{"always": true, "never": false, "auto": false} {
		if useColor(when, &buf) != want {
			t.Errorf("-color=%s on a pipe: %v", when, !want)
		}
	}
}
