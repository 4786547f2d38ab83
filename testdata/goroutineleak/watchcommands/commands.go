// Package watchcommands has what package goroutineleak/good/onlycommands has, and one of its commands goes on until it is told to stop.
package watchcommands

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"
)

// Watch returns the command that asks all groups again and again.
func Watch(groups [][]func() string) *cobra.Command {
	return &cobra.Command{Use: "watch", RunE: func(*cobra.Command, []string) error {
		for range time.Tick(time.Second) {
			for _, all := range groups {
				answers, err := asked(all, time.Minute)
				fmt.Println(answers, err)
			}
		}
		return nil
	}}
}

func asked(all []func() string, limit time.Duration) (answers []string, err error) {
	c := make(chan string)
	for _, ask := range all {
		go func() {
			c <- ask() // want `goroutine blocks for ever on the send to c once the function returns at line 41`
		}()
	}
	timeout := time.After(limit)
	for {
		select {
		case a := <-c:
			if a == "" {
				return answers, nil
			}
			answers = append(answers, a)
		case <-timeout:
			return nil, errors.New("no answer in time")
		}
	}
}
