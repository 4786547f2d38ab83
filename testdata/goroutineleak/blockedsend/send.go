// Package blockedsend leaves goroutines that send to nobody.
package blockedsend

import (
	"context"
	"errors"
	"time"
)

// Context gives up when the ctx ends.
func Context(ctx context.Context, fetch func() string) (string, error) {
	c := make(chan string)
	go func() {
		c <- fetch() // want `\[goroutineleak/blocked-send\]`
	}()
	select {
	case v := <-c:
		return v, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// ContextRoomy is silent: the channel has room for the value that nobody takes.
func ContextRoomy(ctx context.Context, fetch func() string) (string, error) {
	c := make(chan string, 1)
	go func() {
		c <- fetch()
	}()
	select {
	case v := <-c:
		return v, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Timeout gives up after a second.
func Timeout(fetch func() error) error {
	errc := make(chan error)
	go func() {
		errc <- fetch() // want `\[goroutineleak/blocked-send\]`
	}()
	select {
	case err := <-errc:
		return err
	case <-time.After(time.Second):
		return errors.New("too slow")
	}
}

// Early returns before it receives.
func Early(check func() error, fetch func() string) (string, error) {
	c := make(chan string)
	go func() {
		c <- fetch() // want `\[goroutineleak/blocked-send\]`
	}()
	if err := check(); err != nil {
		return "", err
	}
	return <-c, nil
}

// First takes one of two values.
func First(a, b func() string) string {
	c := make(chan string)
	send := func(f func() string) {
		c <- f() // want `\[goroutineleak/blocked-send\]`
	}
	go send(a)
	go send(b)
	return <-c
}

// FirstRoomy is silent: there is room for both.
func FirstRoomy(a, b func() string) string {
	c := make(chan string, 2)
	send := func(f func() string) {
		c <- f()
	}
	go send(a)
	go send(b)
	return <-c
}

// Stream stops listening at the first error.
func Stream(lines func() []string, use func(string) error) error {
	c := make(chan string)
	go func() {
		defer close(c)
		for _, l := range lines() {
			c <- l // want `\[goroutineleak/blocked-send\]`
		}
	}()
	for l := range c {
		if err := use(l); err != nil {
			return err
		}
	}
	return nil
}

// StreamUntil is silent: the sender asks the ctx too.
func StreamUntil(ctx context.Context, lines func() []string, use func(string) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c := make(chan string)
	go func() {
		defer close(c)
		for _, l := range lines() {
			select {
			case c <- l:
			case <-ctx.Done():
				return
			}
		}
	}()
	for l := range c {
		if err := use(l); err != nil {
			return err
		}
	}
	return nil
}

// Taken is silent: the value is taken on every path.
func Taken(check, fetch func() error) error {
	errc := make(chan error)
	go func() { errc <- fetch() }()
	err := check()
	return errors.Join(err, <-errc)
}

// Dropped is silent: the sender does not wait.
func Dropped(ctx context.Context, fetch func() string) string {
	c := make(chan string)
	go func() {
		select {
		case c <- fetch():
		default:
		}
	}()
	select {
	case v := <-c:
		return v
	case <-ctx.Done():
		return ""
	}
}

// Handed is silent: the channel is the caller's, who may receive.
func Handed(ctx context.Context, c chan string, fetch func() string) {
	go func() { c <- fetch() }()
	select {
	case <-c:
	case <-ctx.Done():
	}
}

// Returned is silent: the caller gets the channel.
func Returned(fetch func() string) <-chan string {
	c := make(chan string)
	go func() { c <- fetch() }()
	return c
}
