// Package wrapper locks, waits and closes through helpers, in the right order.
package wrapper

import "sync"

// Hub runs loops.
type Hub struct {
	mu    sync.Mutex
	group *sync.WaitGroup
	in    chan string
	last  string
}

// New starts a hub.
func New() *Hub {
	h := &Hub{group: new(sync.WaitGroup), in: make(chan string)}
	h.spawn(h.loop)
	return h
}

func (h *Hub) spawn(f func()) {
	h.group.Add(1)
	go func() {
		defer h.group.Done()
		f()
	}()
}

func (h *Hub) loop() {
	for s := range h.in {
		h.remember(s)
	}
}

func (h *Hub) remember(s string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.last = s
}

func (h *Hub) wait() { h.group.Wait() }

func (h *Hub) end() { close(h.in) }

// Stop closes before it waits.
func (h *Hub) Stop() {
	h.end()
	h.wait()
}

// Abort gives up the lock before it waits.
func (h *Hub) Abort() {
	h.remember("abort")
	h.wait()
}
