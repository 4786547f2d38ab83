package witness

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// Container is a witness of the files that run a program: testdata/contained/RULE/CATEGORY holds two folders of such files, bad and good, which differ in
// the mistake, and a file witness.txt with the words about, runs, grace, bad and good of other witnesses, and
//
//	order DURATION  a request is under way when the signal comes, whose answer takes that long
//
// What is started, with which signal it is stopped and when it is killed stands in the files themselves.
type Container struct {
	Spec
	order time.Duration
}

// LoadContainers reads the witnesses of files.
func LoadContainers(module string) ([]*Container, error) {
	files, err := filepath.Glob(filepath.Join(module, "*", "*", "witness.txt"))
	if err != nil {
		return nil, err
	}
	var all []*Container
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		dir := filepath.Dir(file)
		c := &Container{Spec: Spec{Dir: dir, Rule: filepath.Base(filepath.Dir(dir)), Category: filepath.Base(dir), Runs: 2}}
		lines := bufio.NewScanner(strings.NewReader(string(text)))
		for n := 1; lines.Scan(); n++ {
			word, rest, _ := strings.Cut(lines.Text(), " ")
			if word == "order" {
				c.order, err = time.ParseDuration(rest)
			} else {
				err = c.add(word, rest)
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
		if c.About == "" || c.bad == nil || c.good == nil || c.steps != nil {
			return nil, fmt.Errorf("%s: about, bad or good is missing, or there is a step", file)
		}
		c.Rate = c.Runs
		all = append(all, c)
	}
	return all, nil
}

// image is what the files of one side say, as far as these witnesses need it.
type image struct {
	start []string // ENTRYPOINT and CMD
	stop  string   // the signal
	grace time.Duration
}

var (
	pairOfFile  = regexp.MustCompile(`(?m)^(ENTRYPOINT|CMD|STOPSIGNAL) (.*)$`)
	graceOfFile = regexp.MustCompile(`(?m)^ *(?:terminationGracePeriodSeconds: (\d+)|stop_grace_period: (\d+)s)$`)
)

// image reads the files of a side, as the runtimes do: a shell form runs under /bin/sh -c.
func (c *Container) image(side string) (*image, error) {
	text, err := os.ReadFile(filepath.Join(c.Dir, side, "Dockerfile"))
	if err != nil {
		return nil, err
	}
	img := &image{stop: "TERM", grace: c.Grace}
	for _, m := range pairOfFile.FindAllStringSubmatch(string(text), -1) {
		var words []string
		switch {
		case m[1] == "STOPSIGNAL":
			img.stop = strings.TrimPrefix(m[2], "SIG")
		case json.Unmarshal([]byte(m[2]), &words) == nil:
			img.start = append(img.start, words...)
		default:
			img.start = append(img.start, "/bin/sh", "-c", m[2])
		}
	}
	for _, name := range []string{"pod.yaml", "compose.yaml"} {
		text, err := os.ReadFile(filepath.Join(c.Dir, side, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if m := graceOfFile.FindStringSubmatch(string(text)); err != nil || m == nil {
			return nil, fmt.Errorf("%s/%s/%s: no grace period: %w", c.Path(), side, name, err)
		} else if img.grace, err = time.ParseDuration(m[1] + m[2] + "s"); err != nil {
			return nil, err
		}
	}
	if len(img.start) == 0 || img.grace == 0 {
		return nil, fmt.Errorf("%s/%s: nothing is started, or there is no grace period", c.Path(), side)
	}
	return img, nil
}

// judgeFiles compares what the command says of the files with what it is to say: the category in bad, and nothing in good.
func (c *Container) judgeFiles(found []finding) (problems []string) {
	reported := false
	for _, f := range found {
		switch {
		case strings.HasPrefix(f.File, c.Path()+"/bad/"):
			reported = reported || f.Rule == c.Rule && f.Category == c.Category
		case strings.HasPrefix(f.File, c.Path()+"/good/") && f.Tier != "info":
			problems = append(problems, "reported: "+f.String())
		}
	}
	if !reported {
		problems = append(problems, "not reported in bad")
	}
	return problems
}
