// Package server is a daemon that reloads at SIGHUP.
package server

import (
	"net"
	"os"
	"os/signal"
	"syscall"
)

// Server takes connections.
type Server struct {
	l      net.Listener
	reload func()
}

// Start serves and takes the signals.
func (s *Server) Start() {
	s.handleSignals()
	l, err := net.Listen("tcp", ":4222")
	if err != nil {
		return
	}
	s.l = l
}

func (s *Server) handleSignals() {
	c := make(chan os.Signal, 2)
	signal.Notify(c, syscall.SIGINT, syscall.SIGHUP) // want `this stop waits for SIGINT but not SIGTERM.*\[signalset/no-sigterm\]`
	go func() {
		for sig := range c {
			switch sig {
			case syscall.SIGINT:
				s.l.Close()
				os.Exit(0)
			case syscall.SIGHUP:
				s.reload()
			}
		}
	}()
}
