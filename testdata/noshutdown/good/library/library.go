// Package library hands its server out, so whoever runs it can stop it.
package library

import "net/http"

// New makes a server.
func New(h http.Handler) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return srv
}

// Service lets its user reach the server.
type Service struct {
	Server *http.Server
}

// Run serves until the user of the service stops the server.
func (s *Service) Run() error { return s.Server.ListenAndServe() }

// Metrics serves the numbers of a program; who calls what the handler does is not known here, and it need not be customers.
func Metrics(addr string, h http.Handler) {
	go http.ListenAndServe(addr, h)
}

// Double serves answers for the tests of other packages.
func Double(addr string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/keys", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) })
	go func() {
		http.ListenAndServe(addr, mux)
	}()
}
