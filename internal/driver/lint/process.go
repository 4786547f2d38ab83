package lint

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long children get to end by themselves once the run is stopped.
const patience = 2 * time.Second

// goCommand runs the go command, with these additions to the environment, and returns what it printed. If the run is stopped, so are the go
// command and all it started.
func (r *run) goCommand(environ []string, args ...string) (stdout []byte, stderr string, err error) {
	r.logf("go %s", strings.Join(args, " "))
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(r.ctx, "go", args...)
	cmd.Dir = r.dir
	cmd.Env = append(append(os.Environ(), "PWD="+r.dir), environ...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	ownGroup(cmd)
	cmd.Cancel = func() error { return stopGroup(cmd.Process) }
	cmd.WaitDelay = patience
	stop := r.watch(cmd)
	err = cmd.Run()
	stop()
	if r.ctx.Err() != nil {
		killGroup(cmd.Process) // whatever did not end in time
		return nil, "", r.ctx.Err()
	}
	return out.Bytes(), errs.String(), err
}

// isExit reports whether a command ran and said that something is wrong.
func isExit(err error) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit)
}

// failed is the error of a command that should not fail.
func failed(what, stderr string, err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("the go command was not found: shutdownlint needs it on the PATH")
	}
	if stderr = strings.TrimSpace(stderr); stderr != "" {
		return fmt.Errorf("%s: %s", what, stderr)
	}
	return fmt.Errorf("%s: %w", what, err)
}
