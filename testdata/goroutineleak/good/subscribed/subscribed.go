// Package subscribed ranges over channels that lie in a map of another function, and are closed from there.
package subscribed

import "sync"

type hub struct {
	mu   sync.Mutex
	subs map[int]chan string
}

func (h *hub) subscribe(id int) <-chan string {
	h.mu.Lock()
	defer h.mu.Unlock()
	c := make(chan string, 8)
	h.subs[id] = c
	return c
}

func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for id, c := range h.subs {
		delete(h.subs, id)
		close(c)
	}
}

// Run prints what comes until f returns.
func Run(f func(), print func(string)) {
	h := &hub{subs: map[int]chan string{}}
	c := h.subscribe(1)
	var wg sync.WaitGroup
	wg.Go(func() {
		for s := range c {
			print(s)
		}
	})
	f()
	h.close()
	wg.Wait()
}
