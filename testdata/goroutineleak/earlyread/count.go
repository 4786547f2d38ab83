// Package earlyread reads what a goroutine has gathered before it has taken all.
package earlyread

import (
	"errors"
	"fmt"
	"sync"
)

// Import counts the failures on a goroutine of its own, which has up to ten to take when the channel is closed.
func Import(items []string, send func(string) error) error {
	failed := make(chan error, 10)
	var wg sync.WaitGroup
	failures := 0
	go func() { // want `nothing waits for this goroutine after the close at line 31, so the last of failures can be missing`
		for err := range failed {
			fmt.Println(err)
			failures++
		}
	}()
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := send(it); err != nil {
				failed <- err
			}
		}()
	}
	wg.Wait()
	close(failed)
	if failures > 0 {
		return errors.New("not all imported")
	}
	return nil
}

// Gather closes in a literal, which a deferred call runs once more on the ways that fail.
func Gather(items []string, f func(string) (string, error)) ([]string, error) {
	out := make(chan string)
	closed := false
	end := func() {
		if !closed {
			close(out)
			closed = true
		}
	}
	defer end()
	var all []string
	go func() { // want `after the close at line 62, so the last of all can be missing`
		for s := range out {
			all = append(all, s)
		}
	}()
	for _, it := range items {
		s, err := f(it)
		if err != nil {
			return nil, err
		}
		out <- s
	}
	end()
	return all, nil
}
