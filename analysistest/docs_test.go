package analysistest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// titled is a block of a page with the name of its file before it.
var titled = regexp.MustCompile("(?s)`([a-z_/]+\\.[a-z]+)`:\n\n```[a-z]*\n(.*?)```")

// TestDocumentedExample runs the example of docs/knowledge.md as a user would: as a test of another module.
func TestDocumentedExample(t *testing.T) {
	dir := example(t)
	goTest := func() (string, error) {
		cmd := exec.Command("go", "test", "./...")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := goTest(); err != nil {
		t.Fatalf("the example fails: %v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "shutdown.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := goTest(); err == nil || !strings.Contains(out, "no diagnostic was reported matching") {
		t.Errorf("the example passes without its line of knowledge: %v\n%s", err, out)
	}
}

// example writes the files of docs/knowledge.md to a new module beside this one.
func example(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/knowledge.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, m := range titled.FindAllStringSubmatch(string(page), -1) {
		files[m[1]] = m[2]
	}
	for _, name := range []string{"shutdown.txt", "knowledge_test.go", "testdata/go.mod", "testdata/worker/worker.go", "testdata/queue/queue.go"} {
		if files[name] == "" {
			t.Fatalf("docs/knowledge.md does not show %s", name)
		}
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	_, requirements, _ := strings.Cut(string(own), "\n")
	files["go.mod"] = "module example.com/mine\n" + requirements +
		"\nrequire github.com/shutdownlint/shutdownlint v0.0.0\n\nreplace github.com/shutdownlint/shutdownlint => " + root + "\n"
	sums, err := os.ReadFile("../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	files["go.sum"] = string(sums)
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
