// Package earlyreturn closes the channel that its workers range over on every way.
package earlyreturn

import (
	"encoding/json"
	"io"
	"sync"
)

// Import adds what the reader holds.
func Import(r io.Reader, workers int, add func(string) error) (failed int, err error) {
	names := make(chan string, 100)
	errs := make(chan error, 100)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			put(names, errs, add)
		})
	}
	collected := make(chan struct{})
	go func() {
		defer close(collected)
		for err := range errs {
			if err != nil {
				failed++
			}
		}
	}()
	defer func() {
		close(names)
		wg.Wait()
		close(errs)
		<-collected
	}()
	for dec := json.NewDecoder(r); dec.More(); {
		var name string
		if err := dec.Decode(&name); err != nil {
			return failed, err
		}
		names <- name
	}
	return failed, nil
}

func put(in <-chan string, errs chan<- error, add func(string) error) {
	for name := range in {
		errs <- add(name)
	}
}

// Maybe starts its worker only where there is work, and closes the channel only then.
func Maybe(names []string, add func(string)) int {
	in := make(chan string)
	if len(names) > 0 {
		go func() {
			for name := range in {
				add(name)
			}
		}()
	}
	for _, name := range names {
		in <- name
	}
	if len(names) > 0 {
		close(in)
	}
	return len(names)
}

// First returns early, and the range of its worker has a way out of its own.
func First(names []string, stop func(string) bool) string {
	in := make(chan string, len(names))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for name := range in {
			if stop(name) {
				return
			}
		}
	}()
	for _, name := range names {
		if name == "" {
			return name
		}
		in <- name
	}
	close(in)
	<-done
	return ""
}
