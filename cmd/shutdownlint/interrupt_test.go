//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt stops the command while a child of its go command sleeps, which stands for a long analysis, and wants both gone at once.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	pidFile := filepath.Join(dir, "pid")
	// This go command never ends: it writes down the process it waits for, and passes over requests to end.
	script := "#!/bin/sh\ntrap '' INT TERM\nsleep 100 & echo $! >" + pidFile + ".new; mv " + pidFile + ".new " + pidFile + "\nwait\nwait\n"
	if err := os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(dir, "toylint")
	if err := os.Link(self, tool); err != nil {
		if err := os.Symlink(self, tool); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(tool, "./...")
	cmd.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pid := waitFor(t, pidFile)
	start := time.Now()
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // the exit code is what counts
	if code := cmd.ProcessState.ExitCode(); code != 128+int(syscall.SIGINT) {
		t.Errorf("exit code %d", code)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	if err := syscall.Kill(pid, 0); err == nil && running(pid) {
		t.Errorf("process %d still runs", pid)
	}
}

// waitFor returns the process number that a file will hold.
func waitFor(t *testing.T, name string) int {
	t.Helper()
	for range 500 {
		if text, err := os.ReadFile(name); err == nil {
			pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
			if err != nil {
				t.Fatal(err)
			}
			return pid
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the go command was not started")
	return 0
}

// running reports whether a process is more than a dead one whose parent has not asked yet.
func running(pid int) bool {
	out, err := exec.Command("ps", "-o", "stat=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && !strings.HasPrefix(strings.TrimSpace(string(out)), "Z") && len(out) > 0
}
