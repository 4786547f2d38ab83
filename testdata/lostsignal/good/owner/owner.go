// Package owner takes signals for each of its servers as long as that runs. Silent.
package owner

import (
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
)

// Server can be started and stopped by the program that it is part of.
type Server struct {
	l    net.Listener
	quit chan struct{}
}

// Start listens.
func (s *Server) Start() error {
	l, err := net.Listen("tcp", ":4222")
	if err != nil {
		return err
	}
	s.l = l
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		defer signal.Stop(c)
		select {
		case sig := <-c:
			log.Print(sig)
			s.Shutdown()
		case <-s.quit:
		}
	}()
	return nil
}

// Run is told to stop by a signal that it waits for itself.
func (s *Server) Run() error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	if err := s.Start(); err != nil {
		return err
	}
	<-c
	s.Shutdown()
	return nil
}

// Shutdown closes what Start has opened.
func (s *Server) Shutdown() {
	close(s.quit)
	s.l.Close()
}
