package knowledge

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of keys into docs/knowledge.md")

const (
	page  = "../../docs/knowledge.md"
	begin = "<!-- keys: go test ./internal/knowledge -update -->\n"
	end   = "<!-- end of keys -->\n"
)

// TestDocs holds the table of keys in docs/knowledge.md to the vocabulary.
func TestDocs(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), begin)
	have, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the keys", page)
	}
	want := table()
	if have == want {
		return
	}
	if !*update {
		t.Fatalf("%s is stale: run go test ./internal/knowledge -update", page)
	}
	if err := os.WriteFile(page, []byte(head+begin+want+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

func table() string {
	var b strings.Builder
	b.WriteString("| Key | Meaning | Values |\n|---|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(keys)) {
		k, values := keys[name], "operand"
		switch {
		case k.number:
			values = "number"
		case k.values != nil:
			values = "`" + strings.Join(k.values, "` `") + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", name, k.meaning, values)
	}
	return b.String()
}

// TestKeysAreUsed fails for a key that no line uses: it is a word without a meaning.
func TestKeysAreUsed(t *testing.T) {
	used := map[string]bool{}
	for _, e := range Default().Symbols() {
		for k := range e.words {
			used[k] = true
		}
	}
	for name := range keys {
		if !used[name] {
			t.Errorf("no line uses %s", name)
		}
	}
}
