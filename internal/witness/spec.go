package witness

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Spec is what a file witness.txt says.
type Spec struct {
	Rule, Category string
	Case           string // the case of the category, where it has a witness of its own
	Dir            string // directory of the witness
	About          string
	Runs, Rate     int
	Fix            bool
	Grace, Hang    time.Duration
	steps          []step
	bad, good      []condition
}

// Name is the rule and the category.
func (s *Spec) Name() string { return s.Rule + "/" + s.Category }

// Path is the folder in the module.
func (s *Spec) Path() string { return s.Rule + "/" + filepath.Base(s.Dir) }

// step is one line of the script.
type step struct {
	verb string
	args []string
}

// text is what stands behind the first argument.
func (s step) text() string { return strings.Join(s.args[1:], " ") }

// condition is one observation that is wanted.
type condition struct {
	name  string // exit, cut, "lines orders.csv"
	op    string // =, >= or <=
	value string
}

// steps says how many arguments a step may have, and what the first may be.
var steps = map[string]struct {
	least, most int
	first       string
}{
	"terminal": {0, 0, ""},
	"ready":    {1, 20, "http grpc says"},
	"open":     {1, 2, "upload upload2 stream call watch silent"},
	"get":      {1, 2, ""},
	"again":    {1, 20, ""},
	"ended":    {0, 0, ""},
	"pass":     {1, 1, ""},
	"zombies":  {0, 0, ""},
	"signal":   {1, 2, "TERM INT HUP QUIT"},
	"ctrl-c":   {0, 0, ""},
}

// Load reads the witnesses of a module.
func Load(module string) ([]*Spec, error) {
	files, err := filepath.Glob(filepath.Join(module, "*", "*", "witness.txt"))
	if err != nil {
		return nil, err
	}
	var all []*Spec
	for _, file := range files {
		s, err := parse(file)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func parse(file string) (*Spec, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	dir := filepath.Dir(file)
	s := &Spec{Dir: dir, Rule: filepath.Base(filepath.Dir(dir)), Runs: 2, Hang: 4 * time.Second}
	s.Category, s.Case, _ = strings.Cut(filepath.Base(dir), ".")
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		if err := s.add(word, strings.TrimSpace(rest)); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	if s.About == "" || s.bad == nil || s.good == nil || s.steps == nil {
		return nil, fmt.Errorf("%s: about, bad, good or all steps are missing", file)
	}
	if s.Rate == 0 {
		s.Rate = s.Runs
	}
	return s, lines.Err()
}

// add takes one line.
func (s *Spec) add(word, rest string) (err error) {
	switch word {
	case "about":
		s.About = rest
	case "runs":
		s.Runs, err = strconv.Atoi(rest)
	case "rate":
		s.Rate, err = strconv.Atoi(rest)
	case "fix":
		s.Fix = true
	case "grace":
		s.Grace, err = time.ParseDuration(rest)
	case "hang":
		s.Hang, err = time.ParseDuration(rest)
	case "bad":
		s.bad, err = conditions(rest)
	case "good":
		s.good, err = conditions(rest)
	default:
		return s.addStep(step{word, strings.Fields(rest)})
	}
	return err
}

func (s *Spec) addStep(st step) error {
	form, ok := steps[st.verb]
	if !ok {
		return fmt.Errorf("unknown word %q", st.verb)
	}
	if len(st.args) < form.least || len(st.args) > form.most {
		return fmt.Errorf("%s takes %d to %d words", st.verb, form.least, form.most)
	}
	if form.first != "" && !strings.Contains(" "+form.first+" ", " "+st.args[0]+" ") {
		return fmt.Errorf("%s takes one of %s", st.verb, form.first)
	}
	s.steps = append(s.steps, st)
	return nil
}

var conditionForm = regexp.MustCompile(`^(exit|cut|refused|answered|children|zombies|goroutines|cpu|memory|lines \S+|bytes \S+) (>=|<=)?(\w+)$`)

func conditions(text string) ([]condition, error) {
	var all []condition
	for part := range strings.SplitSeq(text, ",") {
		m := conditionForm.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			return nil, fmt.Errorf("%q is no observation", part)
		}
		if _, err := strconv.Atoi(m[3]); err != nil && m[1] != "exit" {
			return nil, fmt.Errorf("%q is no number", m[3])
		}
		op := m[2]
		if op == "" {
			op = "="
		}
		all = append(all, condition{m[1], op, m[3]})
	}
	return all, nil
}

// Seen is what was observed in one run.
type Seen struct {
	Exit    string
	Numbers map[string]int
	Output  string // what the program printed
}

// misses returns the first condition that does not hold, or nothing.
func (s *Seen) misses(all []condition) string {
	for _, c := range all {
		if c.name == "exit" {
			if s.Exit != c.value {
				return fmt.Sprintf("exit %s, want %s", s.Exit, c.value)
			}
			continue
		}
		have, want := s.Numbers[c.name], number(c.value)
		if c.op == "=" && have != want || c.op == ">=" && have < want || c.op == "<=" && have > want {
			return fmt.Sprintf("%s %d, want %s %s", c.name, have, c.op, c.value)
		}
	}
	return ""
}

// number converts what conditions has checked.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		panic(err)
	}
	return n
}

// wants reports whether a condition demands this exit.
func wants(all []condition, exit string) bool {
	for _, c := range all {
		if c.name == "exit" && c.value == exit {
			return true
		}
	}
	return false
}
