package facts

import (
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// base is the knowledge of this run: the built-in one, and what the flag knowledge adds.
var base knowledgeFlag

func init() {
	Analyzer.Flags.Var(&base, "knowledge", "further `lines` of knowledge, or a txtar archive of files with such lines")
}

// knowledgeFlag is a flag whose value is the knowledge itself and not the name of a file: the go command and other drivers keep results by the
// values of flags and would not notice that a file has changed.
type knowledgeFlag struct {
	text string
	with *knowledge.Base
}

// Set implements [flag.Value]. The error names every wrong line with its file.
func (k *knowledgeFlag) Set(text string) error {
	archive := txtar.Parse([]byte(text))
	files := map[string]string{}
	if len(archive.Comment) > 0 {
		files["knowledge"] = string(archive.Comment)
	}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	with, err := knowledge.Default().With(files)
	if err != nil {
		return err
	}
	*k = knowledgeFlag{essence(archive), with}
	return nil
}

// essence is what an archive says, without comments and empty lines, so that a changed reason does not start every cache anew.
func essence(archive *txtar.Archive) string {
	short := func(data []byte) []byte {
		var b strings.Builder
		for line := range strings.Lines(string(data)) {
			text, _, _ := strings.Cut(line, "#")
			if words := strings.Fields(text); len(words) > 0 {
				b.WriteString(strings.Join(words, " ") + "\n")
			}
		}
		return []byte(b.String())
	}
	out := &txtar.Archive{Comment: short(archive.Comment)}
	for _, f := range archive.Files {
		out.Files = append(out.Files, txtar.File{Name: f.Name, Data: short(f.Data)})
	}
	return string(txtar.Format(out))
}

// String implements [flag.Value]. Set takes what it returns.
func (k *knowledgeFlag) String() string { return k.text }

// get returns the knowledge.
func (k *knowledgeFlag) get() *knowledge.Base {
	if k.with == nil {
		return knowledge.Default()
	}
	return k.with
}
