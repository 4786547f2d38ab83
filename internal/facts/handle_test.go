package facts

import "testing"

func TestRepository(t *testing.T) {
	for path, want := range map[string]string{
		"github.com/owner/name/v2/cmd/x": "github.com/owner/name",
		"github.com/owner":               "github.com/owner",
		"go.example.com/name/internal/x": "go.example.com/name",
		"service/internal/x":             "service",
		"main":                           "main",
	} {
		if got := repository(path); got != want {
			t.Errorf("%s is of %s, want %s", path, got, want)
		}
	}
}
