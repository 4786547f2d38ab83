package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGeneratedFilesAreCurrent(t *testing.T) {
	root, err := moduleRoot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// The command is built and run by other processes. Reading the directories here lets go test see that it must not answer from its cache.
	for _, dir := range []string{"cmd", "internal", "passes", "testdata"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(string, fs.DirEntry, error) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	files, err := generate(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	orphans, err := orphans(root, files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range orphans {
		t.Errorf("%s: no rule has this page: run go generate ./...", name)
	}
	for name, text := range files {
		have, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || !bytes.Equal(have, text) {
			t.Errorf("%s is stale: run go generate ./...", name)
		}
	}
}

func TestSplit(t *testing.T) {
	output := "r/basic/a.go:3:2: it is lost [r/one-thing]\n  |\n3 | call()\n  | ^~~~~~\n    fix: Do it\n" +
		"r/basic/b.go:4:2: it hangs [r/other]\n"
	all := split(output)
	if len(all) != 2 {
		t.Fatalf("%d findings, want 2", len(all))
	}
	first := printed{"r", "one-thing", "r/basic/a.go", 3, "r/basic/a.go:3:2: it is lost [r/one-thing]\n  |\n3 | call()\n  | ^~~~~~\n    fix: Do it\n", true}
	if all[0] != first {
		t.Errorf("the first finding is %+v, want %+v", all[0], first)
	}
	if choose(all, "r", "other") == nil || choose(all, "r", "third") != nil {
		t.Error("a category is chosen by its name")
	}
}

func TestStripWants(t *testing.T) {
	got := stripWants("func f() {\n\t// want+1 `x`\n\tcall() // want `lost`\n\n\treturn // at once\n}\n")
	if want := "func f() {\n\tcall()\n\n\treturn // at once\n}\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want float64
	}{
		{"a\nb\n", "a\nb\n", 1},
		{"a\nb\n", "a\nc\n", 0.5},
		{"a\na\n", "a\nb\n", 0.5},
		{"a\n", "b\n", 0},
	} {
		if got := alike(c.x, c.y); got != c.want {
			t.Errorf("%q and %q are alike by %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestReplaceWantsItsPlace(t *testing.T) {
	_, err := replace([]byte("# README\n"), "rules", "")
	if err == nil || !strings.Contains(err.Error(), "README.md has no lines") {
		t.Errorf("the error is %v", err)
	}
}
