// Package accept takes connections.
package accept

import (
	"errors"
	"log"
	"net"
	"sync"
)

// Server serves connections until Close.
type Server struct {
	listener net.Listener
	wg       sync.WaitGroup
}

// Serve takes connections.
func (s *Server) Serve() {
	s.wg.Add(1)
	defer s.wg.Done()
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return
			}
			log.Print(err)
			continue
		}
		go serve(conn)
	}
}

// Close stops Serve and waits for it.
func (s *Server) Close() {
	s.listener.Close()
	s.wg.Wait()
}

func serve(conn net.Conn) { conn.Close() }

// Run takes connections until stop is closed.
func Run(listener net.Listener, stop <-chan struct{}) {
	go func() {
		<-stop
		listener.Close()
	}()
	for {
		conn, err := listener.Accept()
		if err != nil {
			select {
			case <-stop:
				return
			default:
				log.Fatal(err)
			}
		}
		go serve(conn)
	}
}

// Forever takes connections as long as the process lives: nothing closes its listener.
func Forever(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Print(err)
			continue
		}
		go serve(conn)
	}
}

// RunUntilClosed asks for the end before it asks for a failure.
func RunUntilClosed(listener net.Listener, stop <-chan struct{}) {
	go func() {
		<-stop
		listener.Close()
	}()
	for {
		conn, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			log.Print(err)
			continue
		}
		go serve(conn)
	}
}

// Reopen is silent: whoever closes the listener puts another one in its place, for the loop to go on.
func Reopen(addr string, again func() bool) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	before := []func(){func() {}, func() {
		listener.Close()
		l, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		listener = l
	}}
	for {
		if again() {
			before[1]()
		}
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serve(conn)
	}
}
