package drivers

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program that is right as long as stop.All bounds its own time.
var program = []string{
	"go.mod", "module example.com/m\n\ngo 1.26\n",
	"main.go", `package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"example.com/m/stop"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer cancel()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()
	stop.All(context.Background(), srv)
}
`,
	"stop/stop.go", `package stop

import (
	"context"
	"net/http"
	"time"
)

func All(ctx context.Context, srv *http.Server) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
`,
}

// unbounded is stop.go without that bound: the finding is in main.go.
const unbounded = `package stop

import (
	"context"
	"net/http"
)

func All(ctx context.Context, srv *http.Server) { srv.Shutdown(ctx) }
`

// TestPreCommit commits a good and a bad change to a repository that has the hook as docs/drivers.md shows it, once installed by pre-commit
// from a clone of this repository and once from the PATH.
func TestPreCommit(t *testing.T) {
	if _, err := exec.LookPath("pre-commit"); err != nil {
		t.Skip("there is no pre-commit: apt-get install pre-commit")
	}
	config := page(t, ".pre-commit-config.yaml")
	environ := append(repository(t, config), "PRE_COMMIT_HOME="+t.TempDir(), "GOMODCACHE="+goEnv("GOMODCACHE"),
		"PATH="+filepath.Dir(build(t, root, "shutdownlint", "./cmd/shutdownlint"))+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, id := range []string{"shutdownlint", "shutdownlint-system"} {
		t.Run(id, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, program...)
			write(t, dir, ".pre-commit-config.yaml", strings.Replace(config, "id: shutdownlint\n", "id: "+id+"\n", 1))
			git := func(args ...string) (string, int) {
				t.Helper()
				return outcome(t, dir, environ, "git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com"}, args...)...)
			}
			git("init", "-q")
			git("add", "-A")
			command(t, dir, environ, "pre-commit", "install")
			if out, code := git("commit", "-m", "right"); code != 0 || !strings.Contains(out, "Passed") {
				t.Fatalf("the first commit: exit code %d\n%s", code, out)
			}
			write(t, dir, "stop/stop.go", unbounded)
			git("add", "stop/stop.go")
			out, code := git("commit", "-m", "wrong")
			if code == 0 || !strings.Contains(out, "main.go:18:2: stop.All waits without limit") {
				t.Errorf("a change with a finding in an unchanged file: exit code %d\n%s", code, out)
			}
			git("checkout", "-q", "HEAD", ".")
			write(t, dir, "notes.txt", "nothing to check\n")
			git("add", "-A")
			if out, code := git("commit", "-m", "notes"); code != 0 || !strings.Contains(out, "Skipped") {
				t.Errorf("a change of no Go file: exit code %d\n%s", code, out)
			}
		})
	}
}

// repository makes a repository of the files as they are now, with the tag that the configuration names, and returns the environment in which
// git takes it for the one that is published.
func repository(t *testing.T, config string) []string {
	t.Helper()
	dir := t.TempDir()
	clone := filepath.Join(dir, "shutdownlint", "shutdownlint")
	files := command(t, root, nil, "git", "ls-files", "-co", "--exclude-standard")
	for _, name := range strings.Fields(files) {
		if text, err := os.ReadFile(filepath.Join(root, name)); err == nil { // it may be removed and not yet committed
			write(t, clone, name, string(text))
		}
	}
	_, rev, _ := strings.Cut(config, "rev: ")
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "-A", "-f"},
		{"-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "all"}, {"tag", strings.Fields(rev)[0]},
	} {
		command(t, clone, nil, "git", args...)
	}
	return []string{
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://" + filepath.ToSlash(dir) + "/.insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/",
	}
}
