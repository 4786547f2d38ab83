// Package told has a server that never tells its batcher to send the rest.
package told

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"
)

type batcher struct {
	url  string
	in   chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

func newBatcher(url string) *batcher {
	b := &batcher{url: url, in: make(chan string, 100), quit: make(chan struct{})}
	b.wg.Go(b.run)
	return b
}

func (b *batcher) run() {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var lines []string
	for {
		select {
		case l := <-b.in:
			lines = append(lines, l)
		case <-tick.C:
			b.send(lines)
			lines = nil
		case <-b.quit:
			b.send(lines)
			return
		}
	}
}

func (b *batcher) send(lines []string) {
	c := http.Client{Timeout: time.Second}
	if resp, err := c.Post(b.url, "text/plain", strings.NewReader(strings.Join(lines, "\n"))); err == nil {
		resp.Body.Close()
	}
}

func (b *batcher) Close() {
	close(b.quit)
	b.wg.Wait()
}

// Server counts what it is asked for.
type Server struct {
	b   *batcher
	srv *http.Server
}

func NewServer(addr, url string) *Server {
	return &Server{b: newBatcher(url), srv: &http.Server{Addr: addr}}
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.b.in <- r.URL.Path }

func (s *Server) Shutdown(ctx context.Context) error { // want `Shutdown leaves out b, whose Close has something to save \[unreleased/resource\]`
	return s.srv.Shutdown(ctx)
}
