// Package newtimer is silent: since Go 1.23 timers that nobody refers to are collected, stopped or not.
package newtimer

import (
	"context"
	"time"
)

// After makes a timer for every job.
func After(ctx context.Context, jobs <-chan func(), idle func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-jobs:
			job()
		case <-time.After(time.Minute):
			idle()
		}
	}
}

// Ticker is never stopped.
func Ticker(tasks []func(tick <-chan time.Time)) {
	for _, task := range tasks {
		ticker := time.NewTicker(time.Second)
		task(ticker.C)
	}
}

// Tick cannot be stopped.
func Tick(tasks []func(tick <-chan time.Time)) {
	for _, task := range tasks {
		task(time.Tick(time.Second))
	}
}
