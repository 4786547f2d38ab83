// Package earlyread waits for a goroutine before it reads what it has gathered.
package earlyread

import (
	"errors"
	"fmt"
	"sync"
)

func Import(items []string, send func(string) error) error {
	failed := make(chan error, 10)
	counted := make(chan struct{})
	var wg sync.WaitGroup
	failures := 0
	go func() {
		defer close(counted)
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
	<-counted
	if failures > 0 {
		return errors.New("not all imported")
	}
	return nil
}

// Reversed gathers itself: the goroutine is the one that sends.
func Reversed(items []string, f func(string) string) []string {
	out := make(chan string)
	var all []string
	go func() {
		defer close(out)
		for _, it := range items {
			out <- f(it)
		}
	}()
	for s := range out {
		all = append(all, s)
	}
	return all
}

// Logged reads nothing that the goroutine writes.
func Logged(items []string, f func(string) error) int {
	failed := make(chan error)
	n := 0
	go func() {
		for err := range failed {
			fmt.Println(err)
		}
	}()
	for _, it := range items {
		if err := f(it); err != nil {
			n++
			failed <- err
		}
	}
	close(failed)
	return n
}
