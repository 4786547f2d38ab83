// Package nodes stops the watcher of each node once, whoever is first.
package nodes

import "sync"

// Tree watches its nodes.
type Tree struct {
	root *node
	quit chan struct{}
	wg   sync.WaitGroup
}

type node struct {
	done    chan struct{}
	stopped bool
	below   []*node
}

// New watches until Stop is called.
func New(changes <-chan string) *Tree {
	t := &Tree{root: &node{done: make(chan struct{}, 1), stopped: true}, quit: make(chan struct{})}
	go t.run(changes)
	return t
}

// Stop stops the tree.
func (t *Tree) Stop() { close(t.quit) }

func (t *Tree) run(changes <-chan string) {
	t.watch(t.root, changes)
	<-t.quit
	t.root.done <- struct{}{}
	t.stop(t.root)
	t.wg.Wait()
}

func (t *Tree) add(parent *node, changes <-chan string) {
	n := &node{done: make(chan struct{}, 1)}
	parent.below = append(parent.below, n)
	t.watch(n, changes)
}

func (t *Tree) watch(n *node, changes <-chan string) {
	t.wg.Go(func() {
		select {
		case <-changes:
		case <-n.done:
		}
	})
}

func (t *Tree) remove(n *node) {
	if !n.stopped {
		n.done <- struct{}{}
		n.stopped = true
	}
}

func (t *Tree) stop(n *node) {
	if !n.stopped {
		n.done <- struct{}{}
		n.stopped = true
	}
	for _, b := range n.below {
		t.stop(b)
	}
}
