package printer

import (
	"bytes"
	"cmp"
	"fmt"
	"io"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// onelinePrinter writes a line a finding, for editors and problem matchers: file:line:column: message [rule/category].
type onelinePrinter struct{ Options }

// Print implements [Printer].
func (p *onelinePrinter) Print(out, problems io.Writer, r *finding.Report) error {
	var buf bytes.Buffer
	for _, f := range r.Findings {
		fmt.Fprintf(&buf, "%s: %s [%s]\n", p.place(f.Start), f.Message, label(f))
	}
	_, err := out.Write(buf.Bytes())
	return cmp.Or(err, Problems(problems, p.Options, r))
}

// label is how a finding's rule and category are written: one name where there is no category.
func label(f finding.Finding) string {
	if f.Category == "" {
		return f.Rule
	}
	return f.Rule + "/" + f.Category
}
