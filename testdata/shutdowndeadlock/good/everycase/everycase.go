// Package everycase starts a goroutine for each name that is meant to come. An input of telegraf's has this form (influxdata/telegraf b2726314), and checks
// the names when it is set up.
package everycase

import "sync"

// Gather collects what is named.
func Gather(names []string, disks, loads, users func()) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		switch name {
		case "disks":
			go func() {
				defer wg.Done()
				disks()
			}()
		case "loads":
			go func() {
				defer wg.Done()
				loads()
			}()
		case "users":
			go func() {
				defer wg.Done()
				users()
			}()
		}
	}
	wg.Wait()
}
