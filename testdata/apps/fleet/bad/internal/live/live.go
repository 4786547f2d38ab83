// Package live shows vehicles while they move.
package live

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// Map is a server that shows vehicles.
type Map struct {
	srv      *http.Server
	watchers atomic.Int64
	moves    chan string
}

// Start serves at the address, for browsers of today and for old ones that know nothing of IPv6.
func Start(addr string) (*Map, error) {
	m := &Map{moves: make(chan string, 16)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /watch", m.watch)
	mux.HandleFunc("POST /moves", m.move)
	m.srv = &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	for _, network := range []string{"tcp6", "tcp4"} {
		ln, err := net.Listen(network, addr)
		if err != nil {
			return nil, errors.Join(err, m.srv.Shutdown(nil)) // want `\[noshutdowntimeout/nil-context\]`
		}
		go m.serve(ln)
	}
	return m, nil
}

func (m *Map) serve(ln net.Listener) {
	if err := m.srv.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		slog.Error("live", "err", err)
	}
}

// Stop waits for those who watch.
func (m *Map) Stop(ctx context.Context) error { return m.srv.Shutdown(ctx) }

// Watchers returns how many watch.
func (m *Map) Watchers() int64 { return m.watchers.Load() }

func (m *Map) move(w http.ResponseWriter, r *http.Request) {
	select {
	case m.moves <- r.FormValue("vehicle"):
	default: // nobody is that fast
	}
}

// watch sends the moves of vehicles.
func (m *Map) watch(w http.ResponseWriter, r *http.Request) {
	m.watchers.Add(1)
	defer m.watchers.Add(-1)
	out := http.NewResponseController(w)
	for {
		select { // want `\[noshutdown/endless-handler\]`
		case vehicle := <-m.moves:
			fmt.Fprintln(w, vehicle)
			if err := out.Flush(); err != nil {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}
