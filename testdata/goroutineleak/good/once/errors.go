package main

import "sync"

// firstError is silent: however many goroutines report, one of them sends.
func firstError(work ...func() error) error {
	failed := make(chan error)
	var once sync.Once
	report := func(err error) {
		once.Do(func() { failed <- err })
	}
	go func() { report(work[0]()) }()
	go func() { report(work[1]()) }()
	return <-failed
}
