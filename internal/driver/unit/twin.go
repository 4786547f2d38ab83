package unit

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/atomicfile"
)

// twin is one of the two units that a package with tests comes as: by itself, for its importers, and as its test variant. Without the test files
// they are the same, so the first leaves what it found for the other: in the folder that the go command makes for one run and removes after it. That
// pays where a package is giant, as the other has to wait for its turn.
type twin struct {
	unit *unit
	file string
}

// result is what one twin leaves for the other.
type result struct {
	Facts    []byte
	Findings map[string]json.RawMessage // by analyzer
	// Imports and ImportFacts are the files that the unit read, by package path. The variant has those of its tests besides.
	Imports, ImportFacts map[string]string
}

// twin returns the unit, one of the main module, as one of two, or nil if it is alone: without JSON or with fixes more than facts and findings comes out,
// and with its test files the variant is not the same.
func (u *unit) twin(files []string) *twin {
	run := filepath.Dir(filepath.Dir(u.cfg.file)) // the file is $WORK/b001/vet.cfg
	switch {
	case !u.options.json || u.options.fix || u.options.tests || !strings.HasPrefix(filepath.Base(run), "go-build"):
		return nil
	case u.options.every: // the command hides the tests
		return nil
	case !u.cfg.isVariant() && !hasTests(u.cfg.Dir, u.cfg.GoFiles):
		return nil
	}
	key := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %+v", u.cfg.path(), u.cfg.GoVersion, files, u.options))
	return &twin{u, filepath.Join(run, fmt.Sprintf("shutdownlint-%x", key[:8]))}
}

// takeOver does the whole work of the unit with what the other left. It reports false if there is nothing that holds for this one, too.
func (t *twin) takeOver(named bool) (bool, error) {
	if t == nil {
		return false, nil
	}
	data, err := os.ReadFile(t.file)
	if err != nil {
		return false, nil // this is the first
	}
	var r result
	if err := json.Unmarshal(data, &r); err != nil || !agree(r.Imports, t.unit.cfg.PackageFile) || !agree(r.ImportFacts, t.unit.cfg.PackageVetx) {
		return false, nil
	}
	if err := t.unit.save(r.Facts); err != nil || !t.unit.reports(named) {
		return true, err
	}
	return true, printJSON(t.unit.stdout, t.unit.cfg.ID, r.Findings)
}

// agree reports whether the two name the same file for each package that both know.
func agree(x, y map[string]string) bool {
	for path, file := range x {
		if other, ok := y[path]; ok && other != file {
			return false
		}
	}
	return true
}

// leave keeps what the unit found for the other. It does not matter if that fails, and nothing is kept of a unit in which something did.
func (t *twin) leave(facts []byte, found map[string]any) {
	if t == nil {
		return
	}
	r := result{Facts: facts, Findings: map[string]json.RawMessage{}, Imports: t.unit.cfg.PackageFile, ImportFacts: t.unit.cfg.PackageVetx}
	for name, list := range found {
		data, err := json.Marshal(list)
		if _, failed := list.(Failure); failed || err != nil {
			return
		}
		r.Findings[name] = data
	}
	if data, err := json.Marshal(r); err == nil {
		atomicfile.Write(t.file, data)
	}
}
