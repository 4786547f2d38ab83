// Package accept takes connections.
package accept

import (
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
		conn, err := s.listener.Accept() // want `once the listener is closed s.listener.Accept fails for ever, and this loop spins \[noshutdown/accept-loop\]`
		if err != nil {
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
		conn, err := listener.Accept() // want `log.Fatal \(line \d+\) ends the process when the listener is closed, before the drain`
		if err != nil {
			log.Fatal(err)
		}
		go serve(conn)
	}
}
