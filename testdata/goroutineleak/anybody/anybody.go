// Package anybody asks somebody and gives up after a time, for whoever calls it.
package anybody

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"
)

// List returns the command that shows an answer again and again.
func List(ask func() string) *cobra.Command {
	return &cobra.Command{Use: "list", RunE: func(cmd *cobra.Command, args []string) error {
		for range time.Tick(time.Second) {
			fmt.Println(answer(ask, time.Second))
		}
		return nil
	}}
}

func answer(ask func() string, limit time.Duration) string {
	c := make(chan string)
	go func() { c <- ask() }() // want `goroutine blocks for ever on the send to c once the function returns at line 30 \[goroutineleak/blocked-send\]`
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case a := <-c:
		return a
	case <-timer.C:
		return ""
	}
}
