// Package passedby counts goroutines that need not come about.
package passedby

import (
	"errors"
	"fmt"
	"sync"
)

// Each leaves out what is empty, when it has counted it.
func Each(items []string, f func(string)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1) // want `a way leads from here past func literal \(line 18\), so the wait at line 23 never ends`
		if it == "" {
			continue
		}
		go func() {
			defer wg.Done()
			f(it)
		}()
	}
	wg.Wait()
}

type pool struct {
	mu     sync.Mutex
	closed bool
	slots  chan struct{}
}

func (p *pool) Submit(f func()) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return errors.New("pool closed")
	}
	p.slots <- struct{}{}
	go func() {
		defer func() { <-p.slots }()
		f()
	}()
	return nil
}

// Submitted waits for what a closed pool has refused. The nodes of neofs had this form (3ea92808).
func Submitted(p *pool, items []string, f func(string)) (err error) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1) // want `a way leads from here past p.Submit \(line 51\), so the wait at line 59 never ends`
		if err = p.Submit(func() {
			defer wg.Done()
			f(it)
		}); err != nil {
			err = fmt.Errorf("submit: %w", err)
			break
		}
	}
	wg.Wait()
	return err
}

type submitter interface{ Submit(func()) error }

// Abroad does the same with a pool of others.
func Abroad(p submitter, f func()) error {
	var wg sync.WaitGroup
	wg.Add(1) // want `a way leads from here past p.Submit \(line 69\), so the wait at line 76 never ends`
	err := p.Submit(func() {
		defer wg.Done()
		f()
	})
	if err != nil {
		fmt.Println(err)
	}
	wg.Wait()
	return err
}
