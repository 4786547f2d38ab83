// Package counted takes as many answers as it has asked for.
package counted

import "errors"

// Two takes both.
func Two(f, g func() error) (err error) {
	errs := make(chan error)
	go func() { errs <- f() }()
	go func() { errs <- g() }()
	for range 2 {
		err = errors.Join(err, <-errs)
	}
	return err
}

// Many takes all.
func Many(n int, f func() error) (first error) {
	errs := make(chan error)
	for range n {
		go func() { errs <- f() }()
	}
	for range n {
		if err := <-errs; err != nil && first == nil {
			first = err
		}
	}
	return first
}
