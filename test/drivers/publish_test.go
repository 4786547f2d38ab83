package drivers

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// published is the module as others get it: its own files alone, as a version that a proxy has. The version is new in each run, since the go
// command keeps what it once got.
var published = module.Version{
	Path:    "github.com/shutdownlint/shutdownlint",
	Version: fmt.Sprintf("v0.0.1-test.%d", time.Now().UnixNano()),
}

var publishing sync.Once

// publish puts the module up and returns the environment in which the go command finds it.
func publish(t testing.TB) []string {
	t.Helper()
	proxy := filepath.Join(bin, "proxy")
	publishing.Do(func() {
		dir := filepath.Join(proxy, filepath.FromSlash(published.Path), "@v")
		write(t, dir, "list", published.Version+"\n",
			published.Version+".info", `{"Version":"`+published.Version+`","Time":"2026-01-02T03:04:05Z"}`,
			published.Version+".mod", read(t, filepath.Join(root, "go.mod")))
		f, err := os.Create(filepath.Join(dir, published.Version+".zip"))
		if err != nil {
			t.Fatal(err)
		}
		if err := zip.CreateFromDir(f, published, root); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	})
	return []string{"GOPROXY=file://" + filepath.ToSlash(proxy) + "," + goEnv("GOPROXY"), "GONOSUMDB=" + published.Path}
}

// unpublish removes what the go command has kept of the module.
func unpublish() {
	cache := goEnv("GOMODCACHE")
	if cache == "" {
		return
	}
	unpacked := filepath.Join(cache, filepath.FromSlash(published.String()))
	filepath.WalkDir(unpacked, func(name string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = os.Chmod(name, 0o777)
		}
		return err // there may be nothing
	})
	os.RemoveAll(unpacked)
	files, _ := filepath.Glob(filepath.Join(cache, "cache", "download", filepath.FromSlash(published.Path), "@v", published.Version+".*"))
	for _, name := range files {
		os.Remove(name)
	}
}
