// Package onlycommands gives others nothing but commands that look something up: what they leave behind ends with them.
package onlycommands

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"
)

// check is one of many that a command makes.
type check struct {
	name string
	run  func() error
}

// Check returns the command that sees whether all answer.
func Check(all []func() string) *cobra.Command {
	answer := check{"answer", func() error {
		answers, err := asked(all, time.Minute)
		fmt.Println(answers)
		return err
	}}
	return &cobra.Command{Use: "check", RunE: func(*cobra.Command, []string) error { return passes(answer) }}
}

func passes(checks ...check) error {
	for _, c := range checks {
		if err := c.run(); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

func asked(all []func() string, limit time.Duration) (answers []string, err error) {
	c := make(chan string)
	for _, ask := range all {
		go func() {
			c <- ask()
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
