// Package fix turns suggested fixes into new file contents: each fix as a whole or not at all, and no file half written.
package fix

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// Candidate is a fix that somebody wants, and the finding it belongs to.
type Candidate struct {
	At  finding.Position
	Fix finding.Fix
}

// Compare orders candidates by the place of their finding.
func Compare(x, y Candidate) int {
	return cmp.Or(cmp.Compare(x.At.File, y.At.File), cmp.Compare(x.At.Line, y.At.Line), cmp.Compare(x.At.Column, y.At.Column))
}

// Skipped is a candidate that cannot be applied together with one before it.
type Skipped struct {
	Candidate
	Other finding.Position // the finding whose fix is in the way
}

// String explains the conflict in one line.
func (s Skipped) String() string {
	return fmt.Sprintf("%s:%d:%d: not fixed: %q changes the same text as the fix of line %d; run -fix once more",
		s.At.File, s.At.Line, s.At.Column, s.Fix.Title, s.Other.Line)
}

// File is a file before and after the fixes.
type File struct {
	Old []byte
	New []byte
}

// Plan is what the fixes make of the files. A nil Plan changes nothing.
type Plan struct {
	Files   map[string]*File
	Skipped []Skipped
}

// placed is an edit that is part of the plan, with the finding it comes from.
type placed struct {
	finding.Edit
	at finding.Position
}

// New plans the candidates in their order, where an earlier one wins over a later one that touches the same text. The same edit asked for
// twice is made once. A file that was formatted is formatted again. It is an error if a file cannot be read, an edit lies outside it, or the
// result is not Go.
func New(candidates []Candidate, read func(string) ([]byte, error)) (*Plan, error) {
	p := &Plan{Files: map[string]*File{}}
	edits := map[string][]placed{}
	for _, c := range candidates {
		if other, ok := conflict(edits, c.Fix.Edits); ok {
			p.Skipped = append(p.Skipped, Skipped{c, other})
			continue
		}
		for _, e := range c.Fix.Edits {
			if !slices.ContainsFunc(edits[e.File], func(x placed) bool { return x.Edit == e }) {
				edits[e.File] = append(edits[e.File], placed{e, c.At})
			}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(edits)) {
		old, err := read(path)
		if err != nil {
			return nil, err
		}
		text, err := apply(path, old, edits[path])
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(old, text) {
			p.Files[path] = &File{Old: old, New: text}
		}
	}
	return p, nil
}

// conflict looks for an edit in the plan that shares text with one of these.
func conflict(edits map[string][]placed, wanted []finding.Edit) (finding.Position, bool) {
	for _, e := range wanted {
		for _, x := range edits[e.File] {
			samePoint := e.Start == e.End && x.Start == x.End && e.Start == x.Start
			if x.Edit != e && (samePoint || e.Start < x.End && x.Start < e.End) {
				return x.at, true
			}
		}
	}
	return finding.Position{}, false
}

// apply makes the edits in one file.
func apply(path string, old []byte, edits []placed) ([]byte, error) {
	slices.SortStableFunc(edits, func(x, y placed) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
	var text []byte
	last := 0
	for _, e := range edits {
		if e.Start < last || e.End < e.Start || e.End > len(old) {
			return nil, fmt.Errorf("%s: a fix is for bytes %d to %d of %d: the file changed since it was analysed",
				path, e.Start, e.End, len(old))
		}
		text = append(append(text, old[last:e.Start]...), e.New...)
		last = e.End
	}
	text = append(text, old[last:]...)
	if n := bytes.Count(old, crlf); n == 0 || n != bytes.Count(old, lf) {
		return formatted(path, old, text)
	}
	// All lines end as on Windows. Formatting knows only the other ends.
	text, err := formatted(path, bytes.ReplaceAll(old, crlf, lf), bytes.ReplaceAll(text, crlf, lf))
	return bytes.ReplaceAll(text, lf, crlf), err
}

var lf, crlf = []byte("\n"), []byte("\r\n")

// formatted formats a text if the old one was.
func formatted(path string, old, text []byte) ([]byte, error) {
	out, err := format.Source(text)
	if err != nil {
		return nil, fmt.Errorf("%s: the fixes do not give valid Go: %w", path, err)
	}
	if before, err := format.Source(old); err != nil || !bytes.Equal(before, old) {
		return text, nil // it was not formatted, and its author may want it so
	}
	return out, nil
}

// Paths returns the files that change, sorted.
func (p *Plan) Paths() []string {
	if p == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(p.Files))
}

// Diff returns the change as unified diffs. The function gives the name under which a file is shown.
func (p *Plan) Diff(name func(path string) string) []byte {
	var out []byte
	for _, path := range p.Paths() {
		shown := filepath.ToSlash(name(path))
		out = append(out, diff.Diff("a/"+shown, p.Files[path].Old, "b/"+shown, p.Files[path].New)...)
	}
	return out
}

// Write replaces the files. All new contents are on disk before the first file is replaced, and if one cannot be, those before it get their
// old contents back.
func (p *Plan) Write() error {
	staged := map[string]string{}
	defer func() {
		for _, temp := range staged {
			os.Remove(temp) // nothing to do about a file that stays; the error that led here is reported
		}
	}()
	for _, path := range p.Paths() {
		temp, err := stage(path, p.Files[path].New)
		if err != nil {
			return err
		}
		staged[path] = temp
	}
	for i, path := range p.Paths() {
		if err := os.Rename(staged[path], target(path)); err != nil {
			return errors.Join(err, p.restore(p.Paths()[:i]))
		}
		delete(staged, path)
	}
	return nil
}

// restore gives files their old contents back.
func (p *Plan) restore(paths []string) error {
	var err error
	for _, path := range paths {
		err = errors.Join(err, os.WriteFile(path, p.Files[path].Old, 0o666))
	}
	return err
}

// stage writes the contents to a file beside the one they are for, with its permissions.
func stage(path string, text []byte) (string, error) {
	path = target(path)
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return "", fmt.Errorf("%s is read-only", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	err = cmp.Or(err, f.Chmod(info.Mode().Perm()), f.Close())
	if err != nil {
		os.Remove(f.Name()) // the write error says more
		return "", err
	}
	return f.Name(), nil
}

// target follows symbolic links, so that the file is replaced and not the link.
func target(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
