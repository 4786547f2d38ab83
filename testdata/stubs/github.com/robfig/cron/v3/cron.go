// Package cron is a stub of github.com/robfig/cron/v3 v3.0.1, https://pkg.go.dev/github.com/robfig/cron/v3@v3.0.1.
package cron

import "context"

type EntryID int

type Option func(*Cron)

type Job interface {
	Run()
}

type Cron struct {
	_ int
}

func New(opts ...Option) *Cron { return &Cron{} }

func (c *Cron) AddFunc(spec string, cmd func()) (EntryID, error) { return 0, nil }

func (c *Cron) AddJob(spec string, cmd Job) (EntryID, error) { return 0, nil }

func (c *Cron) Start() {}

func (c *Cron) Run() {}

func (c *Cron) Stop() context.Context { return nil }
