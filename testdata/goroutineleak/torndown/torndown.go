// Package torndown closes what its goroutines still use.
package torndown

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// Cache keeps a database in shape.
type Cache struct {
	db   *sql.DB
	done chan struct{}
}

func Open(db *sql.DB) *Cache {
	c := &Cache{db: db, done: make(chan struct{})}
	go c.maintain() // want `Close \(line 36\) tears down db without a wait for this goroutine, which uses it \[goroutineleak/not-awaited\]`
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
	return c.db.Close()
}

type peer struct{ out chan string }

func (p *peer) close() { close(p.out) }

// Hub sends to its peers.
type Hub struct {
	peers sync.Map
	work  chan string
	stop  context.CancelFunc
	once  sync.Once
}

func (h *Hub) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	h.stop = cancel
	go h.run(ctx) // want `Stop \(line 73\) tears down peers .* \[goroutineleak/not-awaited\]`
}

func (h *Hub) run(ctx context.Context) {
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
	h.once.Do(func() { h.stop() })
	h.peers.Range(func(_, p any) bool {
		p.(*peer).close()
		return true
	})
}

type job struct{ quit chan bool }

func (j *job) stop() { close(j.quit) }

// Manager keeps jobs.
type Manager struct {
	mu      sync.Mutex
	jobs    map[string]*job
	changes chan string
}

func (m *Manager) Start() {
	go m.listen() // want `Stop \(line 108\) tears down jobs .* \[goroutineleak/not-awaited\]`
}

func (m *Manager) listen() {
	for range m.changes {
		m.refresh()
	}
}

func (m *Manager) refresh() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.jobs["new"] = &job{make(chan bool)}
}

func (m *Manager) Stop() {
	close(m.changes)
	for _, j := range m.jobs {
		j.stop()
	}
}
