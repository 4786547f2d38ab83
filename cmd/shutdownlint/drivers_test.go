package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/driver/drivertest"
)

// samples is the module that every driver can read.
const samples = "../../testdata"

// TestDriversAgree runs the drivers that need nothing else over the samples. The module test/drivers has the same test with golangci-lint and
// nogo.
func TestDriversAgree(t *testing.T) {
	needSamples(t)
	tool := lookPath(t, "shutdownlint")
	drivertest.Agree(t, samples, []drivertest.Driver{
		drivertest.Command(drivertest.FreshTool(t, tool)),
		drivertest.Vet(drivertest.FreshTool(t, tool)),
		drivertest.Stock(lookPath(t, "stockcheck")),
	})
}

// TestSameBytes wants the same bytes whether results come from the cache or not, and with any number of packages at a time.
func TestSameBytes(t *testing.T) {
	needSamples(t)
	tool := lookPath(t, "shutdownlint")
	one, eight := drivertest.FreshTool(t, tool), drivertest.FreshTool(t, tool)
	want := drivertest.Output(t, samples, one, "-p=1", "./...")
	for what, got := range map[string][]byte{
		"a warm run": drivertest.Output(t, samples, one, "-p=8", "./..."),
		"-p=8":       drivertest.Output(t, samples, eight, "-p=8", "./..."),
	} {
		if !bytes.Equal(got, want) {
			t.Errorf("%s prints something else:\n%s\nwant\n%s", what, got, want)
		}
	}
}

// lookPath finds the test binary under the name of one of its commands.
func lookPath(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// needSamples skips a test where the samples are left out, as in a copy of the module from the module cache.
func needSamples(t *testing.T) {
	t.Helper()
	if files, err := filepath.Glob(filepath.Join(samples, "*", "*", "*.go")); err != nil || len(files) == 0 {
		t.Skip("no samples")
	}
}
