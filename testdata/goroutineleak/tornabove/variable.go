package tornabove

import (
	"context"
	"os"
	"time"
)

var users *log

// Init opens the users' log and cleans it once a day.
func Init(ctx context.Context, f *os.File) {
	users = &log{f}
	go func() { // want `Close \(line 28\) tears down users without a wait for this goroutine, which uses it`
		tick := time.NewTicker(24 * time.Hour)
		for {
			users.Put("cleaned")
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Close closes the users' log under its cleaner.
func Close() error {
	err := users.Close()
	users = nil
	return err
}
