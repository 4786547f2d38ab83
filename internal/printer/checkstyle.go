package printer

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// checkstylePrinter writes the XML of Checkstyle, which many build servers read.
type checkstylePrinter struct{ Options }

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Print implements [Printer]. The format has no place for problems.
func (c *checkstylePrinter) Print(out, problems io.Writer, r *finding.Report) error {
	report := checkstyleReport{Version: "5.0"}
	for _, f := range r.Findings {
		name, _ := c.inRoot(f.Start.File)
		if n := len(report.Files); n == 0 || report.Files[n-1].Name != name {
			report.Files = append(report.Files, checkstyleFile{Name: name})
		}
		file := &report.Files[len(report.Files)-1] // findings are sorted by file
		file.Errors = append(file.Errors, checkstyleError{f.Start.Line, f.Start.Column, f.Tier, f.Message, label(f)})
	}
	text, err := xml.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	buf.WriteString(xml.Header)
	buf.Write(text)
	buf.WriteByte('\n')
	_, err = out.Write(buf.Bytes())
	return cmp.Or(err, Problems(problems, c.Options, r))
}
