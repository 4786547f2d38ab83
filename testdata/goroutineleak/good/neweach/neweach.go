// Package neweach makes the channel that it waits for anew in each round, so that a closed one is not met again. An agent of tailscale's has this form
// (tailscale/tailscale de9ec7ee).
package neweach

import "time"

// Hub tells when a connection is taken.
type Hub struct {
	onTaken map[int]func()
}

// Dial hands out one connection after another.
func (h *Hub) Dial(conns chan<- int) {
	for i := 0; ; i++ {
		taken := make(chan struct{})
		h.onTaken[i] = func() { close(taken) }
		conns <- i
		select {
		case <-taken:
		case <-time.After(2 * time.Second):
		}
	}
}

// Take says that a connection is taken.
func (h *Hub) Take(i int) { h.onTaken[i]() }
