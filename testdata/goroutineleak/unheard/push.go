package unheard

import (
	"bytes"
	"context"
	"net/http"
	"time"
)

// Pusher sends what is written over the network. K6 had this form (62665cfa).
type Pusher struct {
	ctx   context.Context
	lines chan string
}

// NewPusher starts the sender.
func NewPusher(ctx context.Context) *Pusher {
	h := &Pusher{ctx: ctx, lines: make(chan string, 100)}
	go h.loop() // want `nothing can wait for this goroutine, so what h.push \(line 44\) sends at the stop can be lost`
	return h
}

func (h *Pusher) push(b *bytes.Buffer) {
	c := &http.Client{Timeout: 2 * time.Second}
	if r, err := c.Post("http://collector/push", "text/plain", b); err == nil {
		r.Body.Close()
	}
}

// Write takes a line.
func (h *Pusher) Write(p []byte) (int, error) { h.lines <- string(p); return len(p), nil }

func (h *Pusher) loop() {
	var b bytes.Buffer
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case s := <-h.lines:
			b.WriteString(s)
		case <-t.C:
			h.push(&b)
		case <-h.ctx.Done():
			h.push(&b)
			return
		}
	}
}
