// Package handedcmd makes a command in one function and runs it in another.
package handedcmd

import (
	"bytes"
	"context"
	"os/exec"
)

// Run returns what the script prints.
func Run(ctx context.Context, args ...string) (string, error) {
	return run(exec.CommandContext(ctx, "/etc/app/collect.sh", args...)) // want `the wait for the shell goes on after its ctx has killed it`
}

func run(cmd *exec.Cmd) (string, error) {
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	return out.String(), err
}
