// Package severalsends answers at each way out of the goroutine. A helper of telegraf's has this form (influxdata/telegraf b2726314), and was reported while
// all sends of a goroutine were seen as one.
package severalsends

import (
	"os"
	"runtime"
)

// Start opens the file on a thread of its own, and says how that went.
func Start(name string, lines <-chan string) error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		f, err := os.Create(name)
		if err != nil {
			started <- err
			return
		}
		if name != "-" {
			if err := f.Chmod(0o600); err != nil {
				started <- err
				return
			}
		}
		started <- nil
		for l := range lines {
			f.WriteString(l)
		}
		f.Close()
	}()
	return <-started
}
