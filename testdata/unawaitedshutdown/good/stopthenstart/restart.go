// Package stopthenstart makes a new schedule in the place of the old one.
package stopthenstart

import "github.com/robfig/cron/v3"

var jobs *cron.Cron

// Renew starts the jobs anew.
func Renew(every string) error {
	halt()
	jobs = cron.New()
	if _, err := jobs.AddFunc(every, bill); err != nil {
		return err
	}
	jobs.Start()
	return nil
}

// halt is silent: it makes room for the schedule that follows, and the program goes on.
func halt() {
	if jobs != nil {
		jobs.Stop()
		jobs = nil
	}
}

func bill() {}
