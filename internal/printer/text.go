package printer

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// Colours of a terminal.
const (
	bold   = "\x1b[1m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	blue   = "\x1b[34m"
	gray   = "\x1b[90m"
	plain  = "\x1b[0m"
)

// maxLine is the longest source line that is shown, in bytes. Longer ones were written by programs.
const maxLine = 400

// textPrinter is the format for people: the place and the message, the source line with the range marked, the fix, the trace.
type textPrinter struct {
	Options
	sources map[string][]string // lines by file, nil for a file that cannot be read
}

// Print implements [Printer].
func (t *textPrinter) Print(out, problems io.Writer, r *finding.Report) error {
	var buf bytes.Buffer
	for _, f := range r.Findings {
		t.finding(&buf, f)
	}
	_, err := out.Write(buf.Bytes())
	return cmp.Or(err, Problems(problems, t.Options, r))
}

func (t *textPrinter) finding(w io.Writer, f finding.Finding) {
	name := t.paint(gray, "["+label(f)+"]")
	fmt.Fprintf(w, "%s: %s %s\n", t.paint(bold, t.place(f.Start)), t.paint(tierColor(f.Tier), f.Message), name)
	t.snippet(w, f)
	if len(f.Fixes) > 0 {
		kind := "fix:"
		if f.Fixes[0].Unsafe {
			kind = "unsafe fix:"
		}
		fmt.Fprintf(w, "    %s %s\n", t.paint(gray, kind), f.Fixes[0].Title)
	}
	for _, s := range f.Trace {
		fmt.Fprintf(w, "    %s %s\n", t.paint(gray, t.place(s.Position)+":"), s.Message)
	}
}

// snippet shows the line on which the finding starts and marks the part of it that is meant.
func (t *textPrinter) snippet(w io.Writer, f finding.Finding) {
	line, ok := t.line(f.Start)
	if !ok {
		return
	}
	start := min(max(f.Start.Column-1, 0), len(line))
	end := len(strings.TrimRightFunc(line, unicode.IsSpace))
	if f.End.Line == f.Start.Line {
		end = f.End.Column - 1
	}
	end = min(max(end, start), len(line))
	number := fmt.Sprint(f.Start.Line)
	margin := t.paint(gray, strings.Repeat(" ", len(number))+" |")
	mark := "^" + strings.Repeat("~", max(columns(line[start:end])-1, 0))
	fmt.Fprintf(w, "%s\n%s %s\n", margin, t.paint(gray, number+" |"), line)
	fmt.Fprintf(w, "%s %s%s\n", margin, blank(line[:start]), t.paint(green, mark))
}

// line returns the source line of a position, if there is one that can be shown.
func (t *textPrinter) line(p finding.Position) (string, bool) {
	lines, ok := t.sources[p.File]
	if !ok {
		if text, err := t.ReadFile(p.File); err == nil {
			lines = strings.Split(string(text), "\n")
		}
		t.sources[p.File] = lines
	}
	if p.Line < 1 || p.Line > len(lines) {
		return "", false
	}
	line := strings.TrimRight(lines[p.Line-1], "\r")
	return line, len(line) <= maxLine && utf8.ValidString(line)
}

func (t *textPrinter) paint(color, text string) string {
	if !t.Color {
		return text
	}
	return color + text + plain
}

// blank returns white space as wide as the text. Tabs stay tabs, so that it is as wide for every width of tabs.
func blank(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == '\t' {
			b.WriteByte('\t')
			continue
		}
		b.WriteString("  "[:width(r)])
	}
	return b.String()
}

// columns returns how many columns of a terminal the text takes.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n += width(r)
	}
	return n
}

// wide are the ranges of characters that take two columns.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1}, // Hangul initial consonants
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1}, // CJK radicals and punctuation
		{Lo: 0x3041, Hi: 0xa4cf, Stride: 1}, // kana, CJK, Yi
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, // Hangul
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1}, // CJK compatibility
		{Lo: 0xfe30, Hi: 0xfe6f, Stride: 1}, // CJK forms
		{Lo: 0xff01, Hi: 0xff60, Stride: 1}, // full-width forms
		{Lo: 0xffe0, Hi: 0xffe6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x1f300, Hi: 0x1f64f, Stride: 1}, // pictures
		{Lo: 0x1f680, Hi: 0x1f6ff, Stride: 1},
		{Lo: 0x1f900, Hi: 0x1faff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1}, // rare CJK
	},
}

// width returns how many columns of a terminal a character takes.
func width(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}
