//go:build !unix

package lint

import (
	"os"
	"os/exec"
)

// ownGroup does nothing where there are no process groups.
func ownGroup(*exec.Cmd) {}

// stopGroup ends the go command; the tools it started see their pipes close.
func stopGroup(p *os.Process) error { return p.Kill() }

// killGroup does nothing where there are no process groups.
func killGroup(*os.Process) {}
