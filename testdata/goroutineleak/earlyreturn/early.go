// Package earlyreturn returns before it has closed the channel that its workers range over.
package earlyreturn

import (
	"encoding/json"
	"io"
	"sync"
)

// Import adds what the reader holds. One record that cannot be read leaves all workers behind, and what collects their errors.
func Import(r io.Reader, workers int, add func(string) error) (failed int, err error) {
	names := make(chan string, 100)
	errs := make(chan error, 100)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			put(names, errs, add) // want `^goroutine blocks for ever on the receive from in once the function returns at line 30 \[goroutineleak/blocked-receive\]$`
		})
	}
	go func() { // want `nothing waits for this goroutine after the close at line 36, so the last of failed can be missing`
		for err := range errs { // want `^goroutine blocks for ever on the receive from errs once the function returns at line 30 \[goroutineleak/blocked-receive\]$`
			if err != nil {
				failed++
			}
		}
	}()
	for dec := json.NewDecoder(r); dec.More(); {
		var name string
		if err := dec.Decode(&name); err != nil {
			return failed, err
		}
		names <- name
	}
	close(names)
	wg.Wait()
	close(errs)
	return failed, nil
}

func put(in <-chan string, errs chan<- error, add func(string) error) {
	for name := range in {
		errs <- add(name)
	}
}
