// Package stopthenstart makes a new schedule in the place of the old one, and stops it for good, too.
package stopthenstart

import "github.com/robfig/cron/v3"

type billing struct{ jobs *cron.Cron }

func (b *billing) renew(every string) error {
	b.halt()
	b.jobs = cron.New()
	if _, err := b.jobs.AddFunc(every, bill); err != nil {
		return err
	}
	b.jobs.Start()
	return nil
}

func (b *billing) halt() {
	if b.jobs != nil {
		b.jobs.Stop() // want `b.jobs.Stop only begins the stop; what it returns must be awaited, or running work is cut`
		b.jobs = nil
	}
}

// Run bills until it is told to stop.
func Run(stop <-chan struct{}, every <-chan string) error {
	var b billing
	defer b.halt()
	for {
		select {
		case e := <-every:
			if err := b.renew(e); err != nil {
				return err
			}
		case <-stop:
			return nil
		}
	}
}

func bill() {}
