package tornabove

import (
	"context"
	"os"
	"time"
)

var (
	users   *log
	cleaned = make(chan struct{})
)

// Init opens the users' log and cleans it once a day.
func Init(ctx context.Context, f *os.File) {
	users = &log{f}
	go func() {
		defer close(cleaned)
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

// Close closes the users' log when its cleaner has ended.
func Close() error {
	<-cleaned
	err := users.Close()
	users = nil
	return err
}
