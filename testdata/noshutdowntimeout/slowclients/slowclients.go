// Package slowclients limits the time of its clients, but not that of its own requests, or only half of it.
package slowclients

import (
	"context"
	"net/http"
	"time"
)

// Queue hands out what comes.
type Queue struct {
	items  chan string
	server *http.Server
}

// Start listens.
func (q *Queue) Start() {
	q.server = &http.Server{Handler: q, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
	go q.server.ListenAndServe()
}

// ServeHTTP waits for an item, which a timeout of the connection does not end.
func (q *Queue) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Write([]byte(<-q.items))
}

// Stop waits for the requests.
func (q *Queue) Stop() error {
	return q.server.Shutdown(context.Background()) // want `q.server.Shutdown waits without limit`
}

// Files hands out files.
type Files struct {
	data   []byte
	server *http.Server
}

// Start listens.
func (f *Files) Start() {
	f.server = &http.Server{Handler: f, ReadTimeout: 10 * time.Second, WriteTimeout: 0}
	go f.server.ListenAndServe()
}

// ServeHTTP waits for a client that does not read.
func (f *Files) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Write(f.data)
}

// Stop waits for the requests.
func (f *Files) Stop() error {
	return f.server.Shutdown(context.Background()) // want `f.server.Shutdown waits without limit`
}
