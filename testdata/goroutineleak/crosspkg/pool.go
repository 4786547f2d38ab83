// Package crosspkg gives the goroutines of another package what they run.
package crosspkg

import (
	"context"
	"time"

	"example.com/samples/goroutineleak/crosspkg/lib"
)

// Run hangs at the end: the pool waits for a loop that does not end.
func Run(ctx context.Context, work func()) {
	var p lib.Pool
	p.Go(func() { // want `\[goroutineleak/no-exit\]`
		for {
			work()
			time.Sleep(time.Second)
		}
	})
	<-ctx.Done()
	p.Wait()
}

// RunLoop runs a loop of the other package.
func RunLoop(ctx context.Context, work func()) {
	var p lib.Pool
	p.Go(func() { lib.Forever(work) }) // want `\[goroutineleak/no-exit\]`
	<-ctx.Done()
	p.Wait()
}

// RunUntil is silent: the loop ends with the ctx.
func RunUntil(ctx context.Context, work func()) {
	var p lib.Pool
	p.Go(func() { lib.Until(ctx, work) })
	<-ctx.Done()
	p.Wait()
}
