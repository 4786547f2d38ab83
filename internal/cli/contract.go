package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/printer"
)

// contract prints what the programs among the packages promise about their stop.
func (a *app) contract(args []string) int {
	o, err := a.parse(args)
	if err != nil {
		return a.usageError(err)
	}
	format := "text"
	if list := o.allOutputs(); len(list) > 0 {
		format = list[len(list)-1]
	}
	if format != "text" && format != "json" || o.fix || o.diff {
		return a.usageError(errors.New("contract prints text or json, and changes nothing"))
	}
	ctx, cancel := untilSignal()
	defer cancel()
	report, packages, err := a.analyse(ctx, o, "", o.patterns)
	if err != nil {
		return a.failure(ctx, err)
	}
	if err := printPrograms(a.stdout, format, contract.Programs(packages)); err != nil {
		return a.failure(ctx, err)
	}
	if err := printer.Problems(a.stderr, printer.Options{Dir: "."}, report); err != nil {
		return a.failure(ctx, err)
	}
	if len(report.Problems) > 0 {
		return exitIncomplete
	}
	return exitClean
}

// printPrograms writes the contracts in one of the formats.
func printPrograms(w io.Writer, format string, programs []*contract.Program) error {
	if format == "json" {
		data, err := json.MarshalIndent(programs, "", "\t")
		if err == nil {
			_, err = w.Write(append(data, '\n'))
		}
		return err
	}
	var text strings.Builder
	for i, p := range programs {
		if i > 0 {
			text.WriteByte('\n')
		}
		writeProgram(&text, p)
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func writeProgram(w *strings.Builder, p *contract.Program) {
	names := printer.Options{Dir: workingDir()}
	at := func(place contract.Place) string { return fmt.Sprintf("%s:%d", names.Name(place.File), place.Line) }
	fmt.Fprintf(w, "%s\n", p.Package)
	for _, s := range p.Signals {
		fmt.Fprintf(w, "  takes    %s at %s\n", signalNames(s.Numbers), at(s.At))
	}
	if p.Open {
		fmt.Fprintln(w, "  takes    maybe other signals, in ways that are not known")
	}
	for _, place := range p.Second {
		fmt.Fprintf(w, "  takes    a second signal as the wish to end at once, at %s\n", at(place))
	}
	for _, s := range p.Servers {
		fmt.Fprintf(w, "  serves   %s at %s (%s)\n", s.Text, at(s.At), s.Kind)
	}
	if len(p.Ways) == 0 {
		fmt.Fprintln(w, "  stops    in no way that is known")
	}
	for _, way := range p.Ways {
		limit := "in up to " + contract.Time(way.Total)
		switch {
		case way.Bounded() && way.Total == 0:
			limit = "at once"
		case !way.Bounded() && way.Total == 0:
			limit = "in no time that is known"
		case !way.Bounded():
			limit = "in " + contract.Time(way.Total) + " or more"
		}
		fmt.Fprintf(w, "  stops    %s, in %s\n", limit, way.Func)
		for _, s := range way.Steps {
			fmt.Fprintf(w, "    %-8s %s: %s at %s\n", s.Name(), s.Text, s.Time(), at(s.At))
		}
	}
}

// signalNames are the signals as people call them.
func signalNames(numbers []int64) string {
	if len(numbers) == 0 {
		return "every signal"
	}
	var list []string
	for _, n := range numbers {
		if name := contract.SignalName(n); !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return strings.Join(list, ", ")
}

// workingDir is the folder that file names are relative to.
func workingDir() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	return dir
}
