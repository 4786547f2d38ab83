package printer

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// githubPrinter writes workflow commands, which GitHub shows as annotations of the changed lines,
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
type githubPrinter struct{ Options }

var githubLevels = map[string]string{"error": "error", "warning": "warning", "info": "notice"}

// Print implements [Printer]. Everything goes to the first writer.
func (g *githubPrinter) Print(out, _ io.Writer, r *finding.Report) error {
	var buf bytes.Buffer
	for _, f := range r.Findings {
		properties := g.position("file", f.Start)
		if f.End.Line > 0 {
			properties = append(properties, fmt.Sprintf("endLine=%d", f.End.Line))
		}
		if f.End.Line == f.Start.Line && f.End.Column > f.Start.Column {
			properties = append(properties, fmt.Sprintf("endColumn=%d", f.End.Column))
		}
		command(&buf, githubLevels[f.Tier], append(properties, "title="+propertyEscapes.Replace(label(f))), g.text(f))
	}
	for _, p := range r.Problems {
		properties := []string{"title=shutdownlint"}
		message := p.Message
		if p.File != "" {
			properties = append(g.position("file", p.Position), properties...)
		} else if p.Package != "" {
			message = p.Package + ": " + message
		}
		command(&buf, "error", properties, message)
	}
	_, err := out.Write(buf.Bytes())
	return err
}

// text is the message with its trace, each step in a line.
func (g *githubPrinter) text(f finding.Finding) string {
	text := f.Message
	for _, s := range f.Trace {
		at := s.Position
		at.File, _ = g.inRoot(at.File)
		text += "\n" + Options{}.place(at) + ": " + s.Message
	}
	return text
}

// position gives a place as properties of a command, with what is unknown left out.
func (g *githubPrinter) position(key string, p finding.Position) []string {
	name, _ := g.inRoot(p.File)
	list := []string{key + "=" + propertyEscapes.Replace(name)}
	if p.Line > 0 {
		list = append(list, fmt.Sprintf("line=%d", p.Line))
	}
	if p.Column > 0 {
		list = append(list, fmt.Sprintf("col=%d", p.Column))
	}
	return list
}

var (
	messageEscapes  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// command writes one workflow command.
func command(w io.Writer, name string, properties []string, message string) {
	fmt.Fprintf(w, "::%s %s::%s\n", name, strings.Join(properties, ","), messageEscapes.Replace(message))
}
