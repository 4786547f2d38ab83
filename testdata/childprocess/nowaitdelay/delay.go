// Package nowaitdelay kills a shell and waits for what the shell started, which holds the pipe.
package nowaitdelay

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"time"
)

// Output reads the output.
func Output(ctx context.Context, script string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "sh", "-c", script) // want `\[childprocess/no-wait-delay\]`
	return cmd.Output()
}

// OutputDelay is silent: the wait for the pipe ends a second after the kill.
func OutputDelay(ctx context.Context, script string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "sh", "-c", script)
	cmd.WaitDelay = time.Second
	return cmd.Output()
}

// Combined does so in one expression.
func Combined(ctx context.Context, script string) ([]byte, error) {
	return exec.CommandContext(ctx, "/bin/bash", "-c", script).CombinedOutput() // want `\[childprocess/no-wait-delay\]`
}

// Buffer collects the output.
func Buffer(ctx context.Context, script string) (string, error) {
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "bash", "-c", script) // want `\[childprocess/no-wait-delay\]`
	cmd.Stdout = &out
	err := cmd.Run()
	return out.String(), err
}

// BufferDelay is silent: the wait for the pipe is bounded.
func BufferDelay(ctx context.Context, script string) (string, error) {
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "bash", "-c", script)
	cmd.Stdout = &out
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	return out.String(), err
}

// File is silent: a file needs no pipe, so nothing waits for it.
func File(ctx context.Context, script string) error {
	cmd := exec.CommandContext(ctx, "sh", "-c", script)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}

// Report runs two programs one after the other.
func Report(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "bash", "-c", "report; sync").Output() // want `\[childprocess/no-wait-delay\]`
}

// OneCommand is information only: bash becomes the program, and the kill ends that.
func OneCommand(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "bash", "-c", "report --today").Output() // want `if the child leaves children behind, .*\[childprocess/no-wait-delay\]`
}

// Script runs a shell by another name.
func Script(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "./backup.sh", "all").Output() // want `\[childprocess/no-wait-delay\]`
}

// Pipe reads while it runs.
func Pipe(ctx context.Context, script string, use func(io.Reader) error) error {
	cmd := exec.CommandContext(ctx, "sh", "-c", script) // want `\[childprocess/no-wait-delay\]`
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	return errors.Join(use(out), cmd.Wait())
}

// Program may have no children: information only.
func Program(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "git", "status").Output() // want `\[childprocess/no-wait-delay\]`
}

// Plain is silent: nothing kills it, so there is nothing to wait for.
func Plain(script string) ([]byte, error) {
	return exec.Command("sh", "-c", script).Output()
}
