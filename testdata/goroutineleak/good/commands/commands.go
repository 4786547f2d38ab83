// Package commands asks somebody and gives up after a time, in commands that then end.
package commands

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"
)

// List returns the command that shows an answer.
func List(ask func() string) *cobra.Command {
	return &cobra.Command{Use: "list", RunE: func(cmd *cobra.Command, args []string) error {
		fmt.Println(answer(ask, time.Second))
		return nil
	}}
}

// Count returns the command that counts an answer.
func Count(ask func() string) *cobra.Command {
	return &cobra.Command{Use: "count", RunE: func(cmd *cobra.Command, args []string) error {
		fmt.Println(len(answer(ask, time.Minute)))
		return nil
	}}
}

// answer is silent: what it leaves blocked, the end of the command ends.
func answer(ask func() string, limit time.Duration) string {
	c := make(chan string)
	go func() { c <- ask() }()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case a := <-c:
		return a
	case <-timer.C:
		return ""
	}
}
