package witness

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
)

// Table writes the page docs/evidence.md.
func Table(results []*Result, reasons map[string]string, order []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!-- written by go run ./internal/witness/evidence -w -->

# Evidence

Each row is a small program under [testdata/witness](../testdata/witness) that was built, run, loaded and told to stop, with the mistake and without it.
Under a row's program the linter reports that category, and nothing in the program beside it. A fix that is listed was applied by the linter to
the bad program, which then did what the good one does. Last written with %s on %s/%s; [internal/witness](../internal/witness/doc.go)
says how, and CI runs all of it.

| category | what is done | with the mistake | without | failed | fix |
|---|---|---|---|---|---|
`, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, r := range results {
		fix := ""
		if r.Fix {
			fix = fmt.Sprintf("%d/%d", len(r.Fixed), r.Runs)
		}
		fmt.Fprintf(&b, "| [%s](rules/%s.md#%s) | %s | %s | %s | %d/%d | %s |\n", r.Name(), r.Rule, r.Category, r.About,
			describe(r.Bad, r.bad), describe(r.Good, r.good), r.Failed, r.Runs, fix)
	}
	if len(reasons) > 0 {
		b.WriteString("\n## Without a witness\n\n")
	}
	for _, name := range order {
		if reason := reasons[name]; reason != "" {
			fmt.Fprintf(&b, "- %s: %s\n", name, reason)
		}
	}
	return b.String()
}

// TableOfFiles writes the page docs/evidence-deploy.md.
func TableOfFiles(results []*Result, reasons map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!-- written by go run ./internal/witness/evidence -deploy -w -->

# Evidence of the deployment rules

Each row is a folder of files under [testdata/contained](../testdata/contained), with the mistake and without it. What they start was built and ran as process 1 of a
PID namespace; it was sent the stop signal that the files say, and killed after the time that they say, as container runtimes do. The linter
reports the category in the files with the mistake, and nothing in the others. Last written with %s on %s/%s.

| category | what is done | with the mistake | without | failed |
|---|---|---|---|---|
`, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, r := range results {
		fmt.Fprintf(&b, "| [%s](deploy.md#%s) | %s | %s | %s | %d/%d |\n", r.Name(), r.Rule, r.About, describe(r.Bad, r.bad), describe(r.Good, r.good), r.Failed, r.Runs)
	}
	b.WriteString("\n## Without a witness\n\n")
	for _, name := range slices.Sorted(maps.Keys(reasons)) {
		fmt.Fprintf(&b, "- %s: %s\n", name, reasons[name])
	}
	return b.String()
}

// describe tells what was seen of a program, as far as conditions speak of it.
func describe(all []*Seen, conditions []condition) string {
	var parts []string
	for _, c := range conditions {
		if c.name == "exit" {
			parts = append(parts, exits(all))
			continue
		}
		least, most := bounds(all, c.name)
		value := fmt.Sprint(least)
		if least != most {
			value = fmt.Sprintf("%d to %d", least, most)
		}
		what, file, _ := strings.Cut(c.name, " ")
		parts = append(parts, fmt.Sprintf(phrases[what], value, file))
	}
	return strings.Join(parts, ", ")
}

var phrases = map[string]string{
	"cut": "%s requests cut%s", "refused": "%s requests answered with an error%s", "answered": "%s requests answered%s",
	"children": "%s children left%s", "zombies": "%s zombies%s", "goroutines": "%s goroutines left%s", "cpu": "%s ms of CPU%s",
	"memory": "%s KB of memory%s",
	"lines":  "%s lines in %s", "bytes": "%s bytes in %s",
}

// exits tells how the runs ended.
func exits(all []*Seen) string {
	var parts []string
	for _, s := range all {
		text := "exit status " + s.Exit
		switch {
		case s.Exit == "hang":
			text = "hangs"
		case strings.Trim(s.Exit, "0123456789") != "":
			text = "killed by SIG" + s.Exit
		}
		if len(parts) == 0 || parts[len(parts)-1] != text {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " or ")
}

func bounds(all []*Seen, name string) (least, most int) {
	for i, s := range all {
		n := s.Numbers[name]
		if i == 0 || n < least {
			least = n
		}
		most = max(most, n)
	}
	return least, most
}
