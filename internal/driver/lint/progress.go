package lint

import (
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
)

// pace is how often progress is told.
const pace = 200 * time.Millisecond

// watch tells the progress of a command of the go command until stop is called. Units count themselves in a file.
func (r *run) watch(cmd *exec.Cmd) (stop func()) {
	if r.Progress == nil {
		return func() {}
	}
	f, err := os.CreateTemp("", "shutdownlint-progress-*")
	if err != nil {
		return func() {} // it is only for show
	}
	cmd.Env = append(cmd.Env, unit.ProgressVariable+"="+f.Name())
	done := make(chan struct{})
	var told sync.WaitGroup
	told.Go(func() {
		ticker := time.NewTicker(pace)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				if info, err := f.Stat(); err == nil {
					r.Progress(int(info.Size()))
				}
			}
		}
	})
	return func() {
		close(done)
		told.Wait()
		f.Close()
		os.Remove(f.Name()) // a file left in the temporary folder harms nobody
	}
}
