// Command ownstore closes a store of its own, which holds data back, while requests still come.
package main

import (
	"bufio"
	"context"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Store keeps what requests send, buffered, in a file.
type Store struct {
	mu sync.Mutex
	f  *os.File
	w  *bufio.Writer
}

func Open(p string) (*Store, error) {
	f, err := os.Create(p)
	return &Store{f: f, w: bufio.NewWriter(f)}, err
}

func (s *Store) Put(v string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.w.WriteString(v)
	return err
}

func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.w.Flush()
	return s.f.Close()
}

func main() {
	st, err := Open("orders.txt")
	if err != nil {
		return
	}
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		st.Put(r.URL.Path)
	})}
	go srv.ListenAndServe()
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM, os.Interrupt)
	<-sig
	st.Close() // want `st.Close comes before srv.Shutdown \(line 56\), whose requests still use it`
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
