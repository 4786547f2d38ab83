// Package service is a stub of github.com/kardianos/service v1.3.0, https://pkg.go.dev/github.com/kardianos/service@v1.3.0.
package service

import (
	"os"
	"os/signal"
	"syscall"
)

type Config struct {
	Name string
}

type Interface interface {
	Start(s Service) error
	Stop(s Service) error
}

type Service interface {
	Run() error
	Start() error
	Stop() error
	Restart() error
	Install() error
	Uninstall() error
}

func New(i Interface, c *Config) (Service, error) { return &system{i}, nil }

type system struct{ i Interface }

func (s *system) Run() error {
	if err := s.i.Start(s); err != nil {
		return err
	}
	c := make(chan os.Signal, 3)
	signal.Notify(c, syscall.SIGTERM, os.Interrupt)
	<-c
	return s.i.Stop(s)
}

func (s *system) Start() error { return nil }

func (s *system) Stop() error { return nil }

func (s *system) Restart() error { return nil }

func (s *system) Install() error { return nil }

func (s *system) Uninstall() error { return nil }
