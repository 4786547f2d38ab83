package witness

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// run is one run of a program.
type run struct {
	*process
	ctx     context.Context
	spec    *Spec
	wanted  []condition
	addr    string
	pending []pending
	others  []*process // the same program once more
	seen    *Seen
	killer  *time.Timer
}

// observe runs a program once.
func (s *Spec) observe(ctx context.Context, program string, wanted []condition) (*Seen, error) {
	base, err := os.MkdirTemp("", "witness")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(base) // what stays in the temporary folder harms nobody
	dir := filepath.Join(base, "work")
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	p, err := start(program, dir, s.steps[0].verb == "terminal")
	if err != nil {
		return nil, err
	}
	defer p.end()
	r := &run{process: p, ctx: ctx, spec: s, wanted: wanted, seen: &Seen{Numbers: map[string]int{}}}
	defer func() {
		for _, other := range r.others {
			other.end()
		}
	}()
	for _, st := range s.steps {
		if err := r.take(st); err != nil {
			return nil, fmt.Errorf("%s %s: %w", st.verb, strings.Join(st.args, " "), err)
		}
	}
	r.finish()
	r.count()
	return r.seen, nil
}

// take takes one step.
func (r *run) take(st step) (err error) {
	switch st.verb {
	case "ready":
		return r.ready(st)
	case "open":
		return r.open(st)
	case "get":
		n := 1
		if len(st.args) > 1 {
			n, err = strconv.Atoi(st.args[1])
		}
		for range n {
			r.seen.Numbers[string(get(r.addr, st.args[0]))]++
		}
	case "pass":
		d, err := time.ParseDuration(st.args[0])
		r.await(d)
		return err
	case "again":
		return r.again(st)
	case "ended":
		r.await(patience) // a program that hangs is seen to do so at the end
	case "zombies":
		err = r.poll("children ended", func() bool { return len(r.children()) == 0 })
		r.seen.Numbers["zombies"] = r.zombies()
	case "signal":
		r.armKill()
		return r.signal(st.args[0], strings.Join(st.args[1:], ""))
	case "ctrl-c":
		r.armKill()
		return r.screen.interrupt()
	}
	return err
}

// armKill lets the platform's time run from the first signal on.
func (r *run) armKill() {
	if r.spec.Grace > 0 && r.killer == nil {
		r.killer = time.AfterFunc(r.spec.Grace, func() { r.cmd.Process.Kill() }) // an error means that it has ended
	}
}

// ready waits until the program does its work.
func (r *run) ready(st step) error {
	if st.args[0] == "says" {
		return r.poll("ready", func() bool { return strings.Contains(r.printed(), st.text()) })
	}
	return r.poll("ready", func() bool {
		addr, err := r.address()
		if err != nil {
			return false
		}
		r.addr = addr
		if st.args[0] == "http" {
			return get(addr, "/healthz") != cut
		}
		ctx, cancel := context.WithTimeout(r.ctx, patience)
		defer cancel()
		body, err := callHealth(ctx, addr, "Check")
		if err != nil {
			return false
		}
		body.Close()
		return true
	})
}

// open opens a connection that stays until the end of the run.
func (r *run) open(st step) error {
	switch st.args[0] {
	case "watch":
		_, err := callHealth(r.ctx, r.addr, "Watch") // closed with ctx
		return err
	case "upload2":
		e, err := openUpload2(r.ctx, r.addr, st.args[1])
		r.pending = append(r.pending, e)
		return err
	case "call":
		e, err := openCall(r.ctx, r.addr, st.args[1])
		r.pending = append(r.pending, e)
		return err
	}
	conn, err := net.DialTimeout("tcp", r.addr, patience)
	if err != nil {
		return err
	}
	context.AfterFunc(r.ctx, func() { conn.Close() })
	switch st.args[0] {
	case "upload":
		u, err := openUpload(conn, st.args[1])
		r.pending = append(r.pending, u)
		return err
	case "stream":
		return openStream(conn, st.args[1])
	}
	return nil
}

// again starts the program once more beside itself, and waits until that has printed the text. It ends with the run.
func (r *run) again(st step) error {
	p, err := start(r.cmd.Path, r.dir, false)
	if err != nil {
		return err
	}
	r.others = append(r.others, p)
	return p.poll("ready", func() bool { return strings.Contains(p.printed(), strings.Join(st.args, " ")) })
}

// hold is how long after the last step the requests stay open, if the program does not end before.
const hold = 700 * time.Millisecond

// finish completes the requests and waits for the end of the program.
func (r *run) finish() {
	if len(r.pending) > 0 {
		r.await(hold)
	}
	for _, p := range r.pending {
		r.seen.Numbers[string(p.finish())]++
	}
	limit := 40 * time.Second
	if wants(r.wanted, "hang") {
		limit = r.spec.Hang
	}
	if r.await(limit) {
		r.seen.Exit = r.exit()
	} else {
		r.seen.Exit = "hang"
		r.signal("QUIT", "") // it prints what its goroutines do
		r.await(time.Second)
		r.cmd.Process.Kill()
		<-r.done
	}
	if r.killer != nil {
		r.killer.Stop()
	}
}

// count takes the numbers that can be had after the end.
func (r *run) count() {
	n := r.seen.Numbers
	for deadline := time.Now().Add(2 * time.Second); time.Now().Before(deadline); time.Sleep(pause) {
		if n["children"] = len(r.children()); n["children"] == 0 || wantsChildren(r.wanted) {
			break
		}
	}
	usage, ok := r.cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if ok {
		n["cpu"] = int((time.Duration(usage.Utime.Nano()) + time.Duration(usage.Stime.Nano())).Milliseconds())
		n["memory"] = int(usage.Maxrss)
	}
	r.seen.Output = r.printed()
	n["goroutines"] = started(r.seen.Output)
	for _, c := range r.wanted {
		what, file, ok := strings.Cut(c.name, " ")
		if !ok {
			continue
		}
		text, err := os.ReadFile(filepath.Join(r.dir, file))
		if err != nil {
			text = nil // a file that was never written is an empty one
		}
		n[c.name] = len(text)
		if what == "lines" {
			n[c.name] = bytes.Count(text, []byte("\n"))
		}
	}
}

func wantsChildren(all []condition) bool {
	for _, c := range all {
		if c.name == "children" && c.value != "0" {
			return true
		}
	}
	return false
}

// started counts the goroutines in a dump that the program's own code has started.
func started(dump string) int {
	return strings.Count(dump, "\ncreated by main.") + strings.Count(dump, "\ncreated by example.com/witness")
}
