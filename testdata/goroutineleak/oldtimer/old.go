//go:build go1.22

// Package oldtimer is of the language of Go 1.22, where timers that are not stopped stay until they fire.
package oldtimer

import (
	"context"
	"time"
)

// After makes a timer of a minute for every job.
func After(ctx context.Context, jobs <-chan func(), idle func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-jobs:
			job()
		case <-time.After(time.Minute): // want `\[goroutineleak/old-timer\]`
			idle()
		}
	}
}

// Reused is silent: there is one timer.
func Reused(ctx context.Context, jobs <-chan func(), idle func()) {
	timer := time.NewTimer(time.Minute)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-jobs:
			job()
		case <-timer.C:
			idle()
			timer.Reset(time.Minute)
		}
	}
}

// Ticker is never stopped.
func Ticker(tasks []func(tick <-chan time.Time)) {
	for _, task := range tasks {
		ticker := time.NewTicker(time.Second) // want `\[goroutineleak/old-timer\]`
		task(ticker.C)
	}
}

// TickerStopped is silent: each is stopped.
func TickerStopped(tasks []func(tick <-chan time.Time)) {
	for _, task := range tasks {
		ticker := time.NewTicker(time.Second)
		task(ticker.C)
		ticker.Stop()
	}
}

// Tick cannot be stopped.
func Tick(tasks []func(tick <-chan time.Time)) {
	for _, task := range tasks {
		task(time.Tick(time.Second)) // want `\[goroutineleak/old-timer\]`
	}
}

// Once is silent: there is one timer, no loop makes more.
func Once(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-time.After(time.Minute):
	}
}

// Bare is silent: each timer has fired when the next is made.
func Bare(try func() bool) {
	for !try() {
		<-time.After(10 * time.Millisecond)
	}
}

// Only is silent: the loop goes on through the timer alone.
func Only(quit <-chan struct{}, poll func()) {
	for {
		select {
		case <-quit:
			return
		case <-time.After(time.Second):
			poll()
		}
	}
}

// Ticks goes on firing after the receive.
func Ticks(try func() bool) {
	for !try() {
		<-time.Tick(10 * time.Millisecond) // want `\[goroutineleak/old-timer\]`
	}
}
