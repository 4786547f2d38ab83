package git

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// repository makes a repository with a branch, and changes beyond it that are not in any commit.
func repository(t *testing.T) (dir string) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=x", "-c", "user.email=x@example.com"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	git("init", "-q", "-b", "main")
	git("config", "diff.noprefix", "true")
	write("sub/ä b.go", "1\n2\n3\n4\n5\n6\n7\n8\n")
	write("sub/old.go", "one\ntwo\nthree\nfour\nfive\nsix\n")
	git("add", ".")
	git("commit", "-q", "-m", "one")
	git("checkout", "-q", "-b", "side")
	write("sub/ä b.go", "1\nnew\n2\n3\n5\n6\n7\n8\n")
	git("commit", "-q", "-a", "-m", "two")
	write("sub/ä b.go", "1\nnew\n2\n3\n5\n6\n7\nnew too\n")
	write("sub/untracked.go", "1\n")
	git("mv", "sub/old.go", "sub/moved.go")
	write("sub/moved.go", "one\ntwo\nthree\nfour\nfive\nsix!\n")
	return dir
}

func TestSince(t *testing.T) {
	dir := repository(t)
	base, err := MergeBase(t.Context(), dir, "main")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Since(t.Context(), filepath.Join(dir, "sub"), base)
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string, line int) finding.Position {
		return finding.Position{File: filepath.Join(dir, "sub", name), Line: line}
	}
	for line, want := range map[int]bool{1: false, 2: true, 3: false, 4: true, 5: true, 6: false, 7: false, 8: true} {
		if c.Touch(finding.Finding{Start: at("ä b.go", line)}) != want {
			t.Errorf("line %d is new: %v", line, !want)
		}
	}
	if c.Touch(finding.Finding{Start: at("moved.go", 1)}) || !c.Touch(finding.Finding{Start: at("moved.go", 6)}) {
		t.Error("of a file with a new name only what changed is new")
	}
	if !c.Touch(finding.Finding{Start: at("untracked.go", 1)}) || c.Touch(finding.Finding{Start: at("other.go", 1)}) {
		t.Error("only an untracked file is new as a whole")
	}
	if !c.Touch(finding.Finding{Start: at("other.go", 1), Trace: []finding.Step{{Position: at("ä b.go", 2)}}}) {
		t.Error("a finding is not new though a step of its trace is")
	}
	if !c.Touch(finding.Finding{Start: at("ä b.go", 6), End: at("ä b.go", 8)}) {
		t.Error("a finding is not new though one of its lines is")
	}
	if _, err := Since(t.Context(), dir, "nowhere"); err == nil || err.Error() != "git knows no revision nowhere" {
		t.Errorf("the error is %v", err)
	}
	if _, err := Since(t.Context(), dir, "--output=x"); err == nil {
		t.Error("an option is taken for a revision")
	}
	if _, err := MergeBase(t.Context(), dir, "nowhere"); err == nil || !strings.Contains(err.Error(), "no common ancestor of nowhere and HEAD") {
		t.Errorf("the error is %v", err)
	}
	if Root(filepath.Join(dir, "sub")) != dir {
		t.Errorf("the root is %s", Root(dir))
	}
}

func FuzzParse(f *testing.F) {
	f.Add("+++ b/a b.go\t\n@@ -1,0 +2,3 @@ x\n+1\n")
	f.Add("+++ \"b/\\303\\244.go\"\n@@ -4 +4,0 @@\n")
	f.Fuzz(func(t *testing.T, diff string) {
		c := &Changes{lines: map[string][]span{}}
		c.parse(diff)
		for file, spans := range c.lines {
			for _, s := range spans {
				if s.first < 0 {
					t.Errorf("%s: lines %v", file, s)
				}
			}
		}
	})
}
