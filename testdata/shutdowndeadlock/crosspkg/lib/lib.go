// Package lib runs loops for others.
package lib

import "sync"

// Group runs functions and waits for them.
type Group struct {
	wg sync.WaitGroup
}

// Go runs the function.
func (g *Group) Go(f func()) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		f()
	}()
}

// Wait waits for all functions.
func (g *Group) Wait() { g.wg.Wait() }
