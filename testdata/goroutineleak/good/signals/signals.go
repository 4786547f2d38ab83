// Package signals listens as long as the process lives. Seen in containerd 301026e5, pkg/shim/shim.go.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// DumpOnSignal is silent: nobody closes a channel that gets signals, and one goroutine a process is no leak.
func DumpOnSignal(dump func()) {
	signals := make(chan os.Signal, 32)
	signal.Notify(signals, syscall.SIGUSR1)
	go func() {
		for range signals {
			dump()
		}
	}()
}

// Start is silent: the goroutine sends only if the server fails, and the function returns early only if registering does, so both have to
// fail at once. Seen in containerd 301026e5, internal/cri/server/service.go.
func Start(serve, register func() error) error {
	failed := make(chan error)
	go func() {
		defer close(failed)
		if err := serve(); err != nil {
			failed <- err
		}
	}()
	if err := register(); err != nil {
		return err
	}
	return <-failed
}
