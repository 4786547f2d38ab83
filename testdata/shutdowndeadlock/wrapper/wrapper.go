// Package wrapper locks, waits and closes through helpers.
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

func (h *Hub) locked(f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	f()
}

func (h *Hub) wait() { h.group.Wait() }

func (h *Hub) end() { close(h.in) }

// Stop waits in a helper before it closes in another.
func (h *Hub) Stop() {
	h.wait() // want `h\.wait waits for goroutines that end only by h\.end at line 54 \[shutdowndeadlock/wait-before-stop\]`
	h.end()
}

// Abort waits under the lock that a helper takes.
func (h *Hub) Abort() {
	h.mu.Lock()
	h.wait() // want `h\.wait waits under h\.mu\.Lock for a goroutine .* \[shutdowndeadlock/lock-held\]`
	h.mu.Unlock()
}
