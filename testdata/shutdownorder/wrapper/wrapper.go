// Package wrapper stops things through helpers.
package wrapper

import (
	"context"
	"database/sql"
	"net/http"
	"sync"
)

// App is a server over a database.
type App struct {
	db  *sql.DB
	srv *http.Server
	hub *hub
}

// New returns an app.
func New(db *sql.DB, addr string) *App {
	a := &App{db: db, hub: &hub{out: make(chan string), quit: make(chan struct{})}}
	a.srv = &http.Server{Addr: addr, Handler: a.routes()}
	return a
}

func (a *App) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", a.index)
	return mux
}

func (a *App) index(w http.ResponseWriter, r *http.Request) {
	a.db.QueryRowContext(r.Context(), "select 1")
}

func (a *App) closeStore() { a.db.Close() }

func (a *App) stopServer(ctx context.Context) error { return a.srv.Shutdown(ctx) }

// Stop closes the store first.
func (a *App) Stop(ctx context.Context) error {
	a.closeStore() // want `a\.closeStore comes before a\.stopServer \(line 42\), whose requests still use it \[shutdownorder/store-before-server\]`
	return a.stopServer(ctx)
}

type hub struct {
	out  chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

func (h *hub) emit(s string) { h.out <- s }

func (h *hub) run(next func() string) {
	defer h.wg.Done()
	for {
		select {
		case <-h.quit:
			return
		default:
			h.emit(next())
		}
	}
}

func (h *hub) start(next func() string) {
	h.wg.Add(1)
	go h.run(next)
}

func (h *hub) finish() {
	close(h.quit)
	h.closeOut()
	h.wg.Wait()
}

func (h *hub) closeOut() {
	close(h.out) // want `goroutine still sends on the channel at line 51, and panics once it is closed here \[shutdownorder/send-on-closed\]`
}
