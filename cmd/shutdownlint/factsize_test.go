package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/driver/drivertest"
	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/passes"
)

// sizesVariable names the file to which factsize appends.
const sizesVariable = "SHUTDOWNLINT_TEST_SIZES"

// factSize is the vet tool that notes, for each package, how large its facts and its source are.
func factSize() int {
	code := run(os.Args[1:], passes.Analyzers())
	data, err := os.ReadFile(os.Args[len(os.Args)-1])
	var cfg unit.Config
	if err != nil || json.Unmarshal(data, &cfg) != nil || cfg.VetxOutput == "" {
		return code
	}
	facts, err := os.Stat(cfg.VetxOutput)
	if err != nil || facts.Size() == 0 {
		return code
	}
	source := int64(0)
	for _, name := range cfg.GoFiles {
		if info, err := os.Stat(name); err == nil && !strings.HasSuffix(name, "_test.go") {
			source += info.Size()
		}
	}
	f, err := os.OpenFile(os.Getenv(sizesVariable), os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return 1
	}
	defer f.Close()
	fmt.Fprintf(f, "%s %d %d\n", cfg.ID, facts.Size(), source) // one write, so that lines of two processes do not mix
	return code
}

// Facts are read once by each importer. What they may take at most is far above what they take, and a summary that grows with the program,
// instead of with its own function, breaks it soon.
const (
	factsOfPackage = 512 << 10 // bytes for one package
	factsOfSource  = 1.0       // bytes for each byte of source, of all packages together
)

// TestFactSize measures the facts of the samples and of this module with all it imports.
func TestFactSize(t *testing.T) {
	needSamples(t)
	name := filepath.Join(t.TempDir(), "sizes")
	t.Setenv(sizesVariable, name)
	program := drivertest.FreshTool(t, lookPath(t, "factsize"))
	for _, dir := range []string{samples, "../.."} {
		drivertest.Output(t, dir, "go", "vet", "-json", "-vettool="+program, "./...")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	packages, facts, source := 0, 0, 0
	for line := range strings.Lines(string(text)) {
		i := strings.LastIndexByte(line[:strings.LastIndexByte(line, ' ')], ' ') // a package's name may hold spaces
		var f, s int
		if _, err := fmt.Sscan(line[i:], &f, &s); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if f > factsOfPackage {
			t.Errorf("%s has %d bytes of facts, more than %d", line[:i], f, factsOfPackage)
		}
		packages, facts, source = packages+1, facts+f, source+s
	}
	if packages < 100 || float64(facts) > factsOfSource*float64(source) {
		t.Errorf("%d packages have %d bytes of facts for %d bytes of source, more than %.1f for one", packages, facts, source, factsOfSource)
	}
	t.Logf("%d packages, %d bytes of facts, %d bytes of source", packages, facts, source)
}
