// Package breakinselect breaks out of the select and stays in the loop.
package breakinselect

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Context spins when the ctx ends.
func Context(ctx context.Context, work func()) {
	for {
		select {
		case <-ctx.Done():
			break // want `\[goroutineleak/break-in-select\]`
		case <-time.After(time.Second):
			work()
		}
	}
}

// Return is silent: it leaves the function.
func Return(ctx context.Context, work func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			work()
		}
	}
}

// Labelled is silent: it leaves the loop.
func Labelled(ctx context.Context, work func()) {
loop:
	for {
		select {
		case <-ctx.Done():
			break loop
		case <-time.After(time.Second):
			work()
		}
	}
	log.Print("done")
}

// Signal says that it stops and goes on.
func Signal(work func()) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	for {
		select {
		case s := <-stop:
			log.Print("stopping on ", s)
			break // want `\[goroutineleak/break-in-select\]`
		default:
			work()
		}
	}
}

// Quit is a channel of its own.
func Quit(quit <-chan struct{}, jobs <-chan func()) {
	for {
		select {
		case <-quit:
			log.Print("quit")
			break // want `\[goroutineleak/break-in-select\]`
		case job := <-jobs:
			job()
		}
	}
}

// Condition is silent: the loop's condition ends it.
func Condition(ctx context.Context, work func()) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
			break
		case <-time.After(time.Second):
			work()
		}
	}
}

// After is silent: what follows the select leaves the loop.
func After(ctx context.Context, work func()) {
	for {
		select {
		case <-ctx.Done():
			break
		case <-time.After(time.Second):
		}
		if ctx.Err() != nil {
			return
		}
		work()
	}
}

// Skip is silent: the break skips one job, it is not meant to end the loop.
func Skip(ctx context.Context, jobs <-chan string, handle func(string)) {
	for {
		select {
		case job := <-jobs:
			if job == "" {
				break
			}
			handle(job)
		case <-ctx.Done():
			return
		}
	}
}

// Inner is silent: the break leaves a loop inside the case, and a return follows.
func Inner(ctx context.Context, pending []func() bool) {
	for {
		select {
		case <-ctx.Done():
			for _, p := range pending {
				if !p() {
					break
				}
			}
			return
		case <-time.After(time.Second):
		}
	}
}

// Single is silent: there is no loop.
func Single(ctx context.Context, jobs <-chan func()) {
	select {
	case <-ctx.Done():
		break
	case job := <-jobs:
		job()
	}
}

// Targets takes lists of targets until stop, and spins once there are no more.
func Targets(lists <-chan []string, stop <-chan struct{}, load func([]string)) {
	for {
		select {
		case <-stop:
			return
		default:
			select {
			case <-stop:
				return
			case list, ok := <-lists:
				if !ok {
					break // want `^break leaves only the select, and the loop at line 149 goes on when lists is closed \[goroutineleak/break-in-select\]$`
				}
				load(list)
			}
		}
	}
}

// TargetsTaken is silent: without the channel the case is never ready again.
func TargetsTaken(lists <-chan []string, stop <-chan struct{}, load func([]string)) {
	for {
		select {
		case <-stop:
			return
		case list, ok := <-lists:
			if !ok {
				lists = nil
				break
			}
			load(list)
		}
	}
}

// TargetsAfter is silent: what follows the select leaves the loop.
func TargetsAfter(lists <-chan []string, more func() bool, load func([]string)) {
	for {
		select {
		case list, ok := <-lists:
			if !ok {
				break
			}
			load(list)
		}
		if !more() {
			return
		}
	}
}
