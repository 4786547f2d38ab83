// Package baseline keeps the findings that a code base had when it began to be checked, so that only new ones are reported.
package baseline

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/atomicfile"
	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// version is that of the file's form.
const version = 1

// Mark gives each finding its fingerprint: the rule, the category and the text of the line, without the number of the line, so that it stays
// when other lines come and go, and without the message, so that it stays when a later version says it better.
func Mark(findings []finding.Finding, read func(string) ([]byte, error)) {
	sources := map[string][]string{}
	for i := range findings {
		f := &findings[i]
		lines, ok := sources[f.Start.File]
		if !ok {
			text, err := read(f.Start.File)
			if err == nil {
				lines = strings.Split(string(text), "\n")
			}
			sources[f.Start.File] = lines
		}
		text := f.Message // for want of a line
		if n := f.Start.Line; n > 0 && n <= len(lines) {
			text = lines[n-1]
		}
		sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule, f.Category, strings.Join(strings.Fields(text), " ")}, "\x00")))
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// document is the file.
type document struct {
	Version  int     `json:"version"`
	Findings []entry `json:"findings"`
}

// entry stands for findings of one fingerprint in one file. The message is there for people.
type entry struct {
	File        string `json:"file"`
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
	Count       int    `json:"count"`
	Message     string `json:"message"`
}

// Baseline is a file of known findings.
type Baseline struct {
	dir   string
	known map[key]int
}

// key is what makes two findings the same.
type key struct{ file, fingerprint string }

// keyOf names a finding for a baseline in a directory.
func keyOf(dir string, f finding.Finding) key {
	name := f.Start.File
	if rel, err := filepath.Rel(dir, name); err == nil {
		name = rel
	}
	return key{filepath.ToSlash(name), f.Fingerprint}
}

// Read reads a baseline. An error names the line.
func Read(name string) (*Baseline, error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no baseline %s: -write-baseline makes one", name)
	}
	if err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	var d document
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	err = dec.Decode(&d)
	at := dec.InputOffset()
	if err == nil {
		err = d.check(dec)
		if d.Version != version {
			at = int64(bytes.Index(text, []byte(`"version"`)))
		}
	}
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &wrongType):
		at = wrongType.Offset
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err, at = errors.New("the file ends too early"), int64(len(text))
	}
	if err != nil {
		line := bytes.Count(text[:min(max(at, 0), int64(len(text)))], []byte("\n")) + 1
		return nil, fmt.Errorf("%s:%d: not a baseline: %s", name, line, strings.TrimPrefix(err.Error(), "json: "))
	}
	b := &Baseline{dir: dir, known: map[key]int{}}
	for _, e := range d.Findings {
		b.known[key{e.File, e.Fingerprint}] += e.Count
	}
	return b, nil
}

// check refuses a file that was read and still cannot be meant.
func (d *document) check(dec *json.Decoder) error {
	if d.Version != version {
		return fmt.Errorf("version %d is not known: want %d", d.Version, version)
	}
	if dec.More() {
		return errors.New("something stands behind its end")
	}
	for i, e := range d.Findings {
		if e.File == "" || e.Fingerprint == "" || e.Count < 1 {
			return fmt.Errorf("finding %d lacks its file, its fingerprint or a count of 1 or more", i+1)
		}
	}
	return nil
}

// Filter returns the findings that the baseline does not hold, and how many of its own it has not seen: these are repaired, or were not looked
// for.
func (b *Baseline) Filter(findings []finding.Finding) (fresh []finding.Finding, gone int) {
	left := map[key]int{}
	for k, n := range b.known {
		left[k] = n
		gone += n
	}
	for _, f := range findings {
		k := keyOf(b.dir, f)
		if left[k] == 0 {
			fresh = append(fresh, f)
			continue
		}
		left[k]--
		gone--
	}
	return fresh, gone
}

// Write makes a baseline of the findings.
func Write(name string, findings []finding.Finding) error {
	dir, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return err
	}
	entries := map[key]*entry{}
	for _, f := range findings {
		k := keyOf(dir, f)
		if entries[k] == nil {
			rule := strings.TrimSuffix(f.Rule+"/"+f.Category, "/")
			entries[k] = &entry{File: k.file, Rule: rule, Fingerprint: k.fingerprint, Message: f.Message}
		}
		entries[k].Count++
	}
	d := document{Version: version, Findings: []entry{}}
	for _, e := range entries {
		d.Findings = append(d.Findings, *e)
	}
	slices.SortFunc(d.Findings, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		return err
	}
	return atomicfile.Write(name, buf.Bytes())
}
