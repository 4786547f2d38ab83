//go:build unix

package lint

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup makes the command the first of its own process group, so that it can be stopped with all its children.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// stopGroup asks the group to end, so that the go command removes its temporary files.
func stopGroup(p *os.Process) error { return syscall.Kill(-p.Pid, syscall.SIGINT) }

// killGroup ends what is left of the group. There may be nothing.
func killGroup(p *os.Process) {
	if p != nil {
		syscall.Kill(-p.Pid, syscall.SIGKILL)
	}
}
