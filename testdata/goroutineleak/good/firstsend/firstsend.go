// Package firstsend lets the first of several goroutines send.
package firstsend

import "sync"

// Run serves twice and returns the first error. The others come to a Once that is done.
func Run(first, second func() error) error {
	failed := make(chan error)
	var once sync.Once
	fail := func(err error) {
		once.Do(func() { failed <- err })
	}
	var wg sync.WaitGroup
	wg.Go(func() { fail(first()) })
	wg.Go(func() { fail(second()) })
	return <-failed
}
