package printer

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// gitlabPrinter writes a Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
type gitlabPrinter struct{ Options }

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

var gitlabSeverities = map[string]string{"error": "major", "warning": "minor", "info": "info"}

// Print implements [Printer]. The format has no place for problems.
func (g *gitlabPrinter) Print(out, problems io.Writer, r *finding.Report) error {
	list := []gitlabIssue{}
	seen := map[string]int{}
	for _, f := range r.Findings {
		path, _ := g.inRoot(f.Start.File)
		key := path + "\x00" + f.Fingerprint
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key])) // GitLab drops issues of the same fingerprint
		list = append(list, gitlabIssue{
			Description: f.Message, CheckName: label(f), Fingerprint: hex.EncodeToString(sum[:16]), Severity: gitlabSeverities[f.Tier],
			Location: gitlabLocation{path, gitlabLines{f.Start.Line, f.End.Line}},
		})
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(list); err != nil {
		return err
	}
	return Problems(problems, g.Options, r)
}
