package witness

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
)

// isolate makes a program process 1 of processes of its own, as in a container. Who is not root becomes it there.
func isolate(attr *syscall.SysProcAttr) {
	attr.Cloneflags |= syscall.CLONE_NEWPID
	if os.Getuid() != 0 {
		attr.Cloneflags |= syscall.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
}

// Isolates says why this machine gives nobody processes of their own, or nothing if it does.
func Isolates(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", `test $$ = 1`)
	cmd.SysProcAttr = &syscall.SysProcAttr{}
	isolate(cmd.SysProcAttr)
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("no PID namespace can be made: %w", err)
	}
	return nil
}

// CheckContainers runs the witnesses of files and lints them.
func CheckContainers(ctx context.Context, tool, module string, all []*Container) ([]*Result, error) {
	tmp, err := os.MkdirTemp("", "witness")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp) // what stays in the temporary folder harms nobody
	var found []finding
	for _, side := range []string{"bad", "good"} { // each alone, since files beside each other may overlay each other
		args := []string{"deploy"}
		for _, c := range all {
			args = append(args, c.Path()+"/"+side)
		}
		more, err := lint(ctx, tool, module, args...)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	bin := filepath.Join(tmp, "bin")
	build := exec.CommandContext(ctx, "go", "build", "-o", bin+"/", "./...")
	build.Dir, build.Env = module, environment()
	if err := os.Mkdir(bin, 0o777); err != nil {
		return nil, err
	}
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	results := make([]*Result, len(all))
	var wg sync.WaitGroup
	for i, c := range all {
		r := &Result{Spec: &c.Spec, Problems: c.judgeFiles(found)}
		results[i] = r
		wg.Go(func() {
			var missed string
			r.Bad, missed = c.series(ctx, "bad", bin, c.bad)
			r.Failed = c.Runs - strings.Count(missed, "\n")
			if missed != "" {
				r.Problems = append(r.Problems, "bad:\n"+missed)
			}
			if r.Good, missed = c.series(ctx, "good", bin, c.good); missed != "" {
				r.Problems = append(r.Problems, "good:\n"+missed)
			}
		})
	}
	wg.Wait()
	return results, ctx.Err()
}

// series runs one side. It returns what was seen, and a line for each run that was not as wanted.
func (c *Container) series(ctx context.Context, side, bin string, wanted []condition) (all []*Seen, missed string) {
	line := func(text string) { missed += "\t" + strings.ReplaceAll(strings.TrimSpace(text), "\n", " | ") + "\n" }
	img, err := c.image(side)
	for range c.Runs {
		if err != nil {
			line(err.Error())
			continue
		}
		seen, err := c.contain(ctx, img, side, bin, wanted)
		if err != nil {
			line(err.Error())
			continue
		}
		all = append(all, seen)
		if m := seen.misses(wanted); m != "" {
			line(m + ": " + seen.Output)
		}
	}
	return all, missed
}

// contain starts what the image starts, as process 1, sends the stop signal, and kills it when its time is over.
func (c *Container) contain(ctx context.Context, img *image, side, bin string, wanted []condition) (*Seen, error) {
	base, err := os.MkdirTemp("", "witness")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(base) // what stays in the temporary folder harms nobody
	dir := filepath.Join(base, "work")
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, err
	}
	program := img.start[0]
	for _, place := range []string{filepath.Join(c.Dir, side), bin} { // what COPY brings into the image
		if file := filepath.Join(place, filepath.Base(program)); exists(file) {
			program = file
		}
	}
	cmd := exec.CommandContext(ctx, program, img.start[1:]...)
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
	p, err := launch(cmd, dir, isolate)
	if err != nil {
		return nil, err
	}
	defer p.end()
	r := &run{process: p, ctx: ctx, wanted: wanted, seen: &Seen{Numbers: map[string]int{}}}
	const opened = "open at "
	if err := p.poll("open", func() bool { return strings.Contains(p.printed(), opened) && strings.HasSuffix(p.printed(), "\n") }); err != nil {
		return nil, err
	}
	_, addr, _ := strings.Cut(p.printed(), opened)
	addr, _, _ = strings.Cut(addr, "\n")
	done := make(chan answer, 1)
	if c.order > 0 {
		go func() { done <- get(addr, "/order?takes="+c.order.String()) }()
		if err := p.poll("at work", func() bool { return strings.Contains(p.printed(), "order begun") }); err != nil {
			return nil, err
		}
	}
	if err := p.signal(img.stop, ""); err != nil {
		return nil, err
	}
	if !p.await(img.grace) {
		p.cmd.Process.Kill() // an error means that it has ended
		<-p.done
	}
	r.seen.Exit = p.exit()
	if c.order > 0 {
		r.seen.Numbers[string(<-done)]++
	}
	r.count()
	return r.seen, nil
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
