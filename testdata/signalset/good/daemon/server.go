// Package daemon reloads at SIGHUP.
package daemon

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

func (s *Server) handleSignals() {
	c := make(chan os.Signal, 3)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		for sig := range c {
			switch sig {
			case syscall.SIGINT, syscall.SIGTERM:
				s.l.Close()
				os.Exit(0)
			case syscall.SIGHUP:
				s.reload()
			}
		}
	}()
}
