// Package owner takes signals for each of its servers, and goes on doing so for those that have been stopped. Nats-server had this form (126f54cc).
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
	s.handleSignals()
	return nil
}

func (s *Server) handleSignals() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM) // want `goes on taking signals for the goroutine of line 33 when its owner has been stopped \[lostsignal/stop-dropped\]`
	go func() {
		for sig := range c {
			log.Print(sig)
			s.Shutdown()
			os.Exit(0)
		}
	}()
}

// Shutdown closes what Start has opened.
func (s *Server) Shutdown() {
	close(s.quit)
	s.l.Close()
}
