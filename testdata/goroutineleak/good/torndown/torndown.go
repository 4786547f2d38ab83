// Package torndown waits before it closes what its goroutines use.
package torndown

import (
	"context"
	"database/sql"
	"net"
	"sync"
	"time"
)

type Cache struct {
	db   *sql.DB
	done chan struct{}
	wg   sync.WaitGroup
}

func Open(db *sql.DB) *Cache {
	c := &Cache{db: db, done: make(chan struct{})}
	c.wg.Go(c.maintain)
	return c
}

func (c *Cache) maintain() {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-c.done:
			return
		case <-tick.C:
			c.db.Exec("delete from cache where expired")
		}
	}
}

func (c *Cache) Close() error {
	close(c.done)
	c.wg.Wait()
	return c.db.Close()
}

type peer struct{ out chan string }

func (p *peer) close() { close(p.out) }

type Hub struct {
	peers sync.Map
	work  chan string
	stop  context.CancelFunc
	ended chan struct{}
}

func (h *Hub) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	h.stop = cancel
	go h.run(ctx)
}

func (h *Hub) run(ctx context.Context) {
	defer close(h.ended)
	for {
		select {
		case <-ctx.Done():
			return
		case w := <-h.work:
			h.peers.Range(func(_, p any) bool {
				p.(*peer).out <- w
				return true
			})
		}
	}
}

func (h *Hub) Stop() {
	h.stop()
	<-h.ended
	h.peers.Range(func(_, p any) bool {
		p.(*peer).close()
		return true
	})
}

// Reader reads until its connection is closed.
type Reader struct {
	conn net.Conn
	done chan struct{}
}

func (r *Reader) Start() { go r.read() }

func (r *Reader) read() {
	b := make([]byte, 1024)
	for {
		select {
		case <-r.done:
			return
		default:
		}
		if _, err := r.conn.Read(b); err != nil {
			return
		}
	}
}

// Close is silent: closing the connection is what wakes the reader.
func (r *Reader) Close() error {
	close(r.done)
	return r.conn.Close()
}

// Pulse has a goroutine that does not use what is closed.
type Pulse struct {
	db   *sql.DB
	done chan struct{}
	n    int
}

func (p *Pulse) Start() {
	go func() {
		for {
			select {
			case <-p.done:
				return
			case <-time.After(time.Second):
				p.n++
			}
		}
	}()
}

func (p *Pulse) Close() error {
	close(p.done)
	return p.db.Close()
}
