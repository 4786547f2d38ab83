package witness

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// process is one program that runs.
type process struct {
	cmd    *exec.Cmd
	dir    string // working directory
	output string // file that gets what it prints
	marker string // an entry of its environment, by which its children are known
	screen *terminal
	done   chan struct{} // closed when it has ended
}

// pause is the time between two looks at the same thing.
const pause = 20 * time.Millisecond

// start runs a program in an empty directory.
func start(program, dir string, onTerminal bool) (*process, error) {
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "ADDR=127.0.0.1:0", "GOTRACEBACK=all")
	if !onTerminal {
		return launch(cmd, dir, func(*syscall.SysProcAttr) {})
	}
	screen, err := openTerminal()
	if err != nil {
		return nil, err
	}
	cmd.Stdin = screen.program
	p, err := launch(cmd, dir, func(attr *syscall.SysProcAttr) { attr.Setpgid, attr.Setsid, attr.Setctty = false, true, true })
	if err == nil {
		p.screen = screen
	}
	return p, err
}

// launch starts a command in an empty directory. The attributes may be changed before.
func launch(cmd *exec.Cmd, dir string, change func(*syscall.SysProcAttr)) (*process, error) {
	var id [8]byte
	rand.Read(id[:]) // never fails
	name := hex.EncodeToString(id[:])
	p := &process{cmd: cmd, dir: dir, output: dir + "." + name, marker: "WITNESS=" + name, done: make(chan struct{})}
	out, err := os.Create(p.output)
	if err != nil {
		return nil, err
	}
	defer out.Close() // the program has its own
	cmd.Dir, cmd.Env = dir, append(cmd.Env, p.marker)
	cmd.Stdout, cmd.Stderr = out, out
	// Should the harness be killed, the program is, too.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	change(cmd.SysProcAttr)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(p.done)
		p.cmd.Wait() // the state says how it ended
	}()
	return p, nil
}

// end kills what still runs of the program and its children, by process id.
func (p *process) end() {
	p.cmd.Process.Kill() // an error means that it has ended
	<-p.done
	for range 5 { // a child may start another while this looks
		left := p.children()
		for _, pid := range left {
			syscall.Kill(pid, syscall.SIGKILL)
		}
		if len(left) == 0 {
			break
		}
		time.Sleep(pause)
	}
	if p.screen != nil {
		p.screen.close()
	}
}

// await reports whether the program ends within a time.
func (p *process) await(limit time.Duration) bool {
	select {
	case <-p.done:
		return true
	case <-time.After(limit):
		return false
	}
}

// exit says how the program ended.
func (p *process) exit() string {
	status, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if ok && status.Signaled() {
		for name, sig := range signals {
			if sig == status.Signal() {
				return name
			}
		}
		return "signal" + strconv.Itoa(int(status.Signal()))
	}
	return strconv.Itoa(p.cmd.ProcessState.ExitCode())
}

var signals = map[string]syscall.Signal{
	"TERM": syscall.SIGTERM, "INT": syscall.SIGINT, "HUP": syscall.SIGHUP, "QUIT": syscall.SIGQUIT, "KILL": syscall.SIGKILL,
	"USR1": syscall.SIGUSR1,
}

func (p *process) signal(name, target string) error {
	pid := p.cmd.Process.Pid
	if target == "group" {
		pid = -pid
	}
	if err := syscall.Kill(pid, signals[name]); err != nil && !p.await(time.Second) {
		return err
	}
	return nil
}

// printed returns what the program has printed.
func (p *process) printed() string {
	text, err := os.ReadFile(p.output)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// poll waits until a question is answered with yes, or the program ends, or half a minute is over.
func (p *process) poll(what string, ok func() bool) error {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(pause) {
		ended := p.await(0)
		if ok() {
			return nil
		}
		if ended {
			return fmt.Errorf("the program ended before %s:\n%s", what, p.printed())
		}
	}
	return fmt.Errorf("not %s in time:\n%s", what, p.printed())
}

// children returns the processes that carry the marker, without the program itself. Ended ones have no environment.
func (p *process) children() []int {
	var found []int
	files, _ := filepath.Glob("/proc/[0-9]*/environ") // the pattern is well formed
	for _, file := range files {
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file))) // digits only
		if pid == p.cmd.Process.Pid {
			continue
		}
		if env, err := os.ReadFile(file); err == nil && bytes.Contains(env, []byte(p.marker)) {
			found = append(found, pid)
		}
	}
	return found
}

// zombies counts the children of the program that have ended and were not waited for.
func (p *process) zombies() int {
	n := 0
	parent := strconv.Itoa(p.cmd.Process.Pid)
	files, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is well formed
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // it is gone
		}
		_, rest, _ := strings.Cut(string(text), ") ")
		if f := strings.Fields(rest); len(f) > 1 && f[0] == "Z" && f[1] == parent {
			n++
		}
	}
	return n
}

// address returns where the program listens.
func (p *process) address() (string, error) {
	own := map[string]bool{}
	fds, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", p.cmd.Process.Pid)) // the pattern is well formed
	for _, fd := range fds {
		if target, err := os.Readlink(fd); err == nil && strings.HasPrefix(target, "socket:[") {
			own[strings.Trim(target, "socket:[]")] = true
		}
	}
	table, err := os.ReadFile("/proc/net/tcp")
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(table)) {
		f := strings.Fields(line)
		if len(f) < 10 || f[3] != "0A" || !own[f[9]] {
			continue // not listening, or another process
		}
		_, port, _ := strings.Cut(f[1], ":")
		n, err := strconv.ParseUint(port, 16, 16)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("127.0.0.1:%d", n), nil
	}
	return "", errors.New("the program does not listen")
}
