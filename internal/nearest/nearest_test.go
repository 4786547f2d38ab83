package nearest

import "testing"

func TestName(t *testing.T) {
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
		if got := Name(wrong, names); got != want {
			t.Errorf("Name(%q) = %q, want %q", wrong, got, want)
		}
	}
}
