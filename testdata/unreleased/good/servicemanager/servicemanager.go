// Package servicemanager asks the service manager of the system to start programs.
package servicemanager

import "github.com/kardianos/service"

type nothing struct{}

func (nothing) Start(service.Service) error { return nil }

func (nothing) Stop(service.Service) error { return nil }

// Start is silent: what is started is a process of its own, and the thing made here is only a way to ask for that.
func Start(name string) error {
	s, err := service.New(nothing{}, &service.Config{Name: name})
	if err != nil {
		return err
	}
	return s.Start()
}
