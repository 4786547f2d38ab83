// Package openrange ranges over channels that nobody closes.
package openrange

import (
	"context"
	"sync"
	"time"
)

// Pool waits for workers that wait for more.
func Pool(jobs []func()) {
	queue := make(chan func())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for job := range queue { // want `\[goroutineleak/open-range\]`
				job()
			}
		})
	}
	for _, job := range jobs {
		queue <- job
	}
	wg.Wait()
}

// PoolClosed is silent: the end of the jobs closes the queue.
func PoolClosed(jobs []func()) {
	queue := make(chan func())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for job := range queue {
				job()
			}
		})
	}
	for _, job := range jobs {
		queue <- job
	}
	close(queue)
	wg.Wait()
}

// Results collects what the workers send, and never sees the end.
func Results(fetch []func() string) []string {
	c := make(chan string, len(fetch))
	for _, f := range fetch {
		go func() { c <- f() }()
	}
	var all []string
	for v := range c { // want `\[goroutineleak/open-range\]`
		all = append(all, v)
	}
	return all
}

// ResultsClosed is silent: when the workers are done, the channel is closed.
func ResultsClosed(fetch []func() string) []string {
	c := make(chan string, len(fetch))
	var wg sync.WaitGroup
	for _, f := range fetch {
		wg.Go(func() { c <- f() })
	}
	go func() {
		wg.Wait()
		close(c)
	}()
	var all []string
	for v := range c {
		all = append(all, v)
	}
	return all
}

// ResultsCounted is silent: the loop is left when all are there.
func ResultsCounted(fetch []func() string) []string {
	if len(fetch) == 0 {
		return nil
	}
	c := make(chan string, len(fetch))
	for _, f := range fetch {
		go func() { c <- f() }()
	}
	var all []string
	for v := range c {
		all = append(all, v)
		if len(all) == len(fetch) {
			break
		}
	}
	return all
}

// Ticks waits for a loop that Stop does not end: Stop closes no channel.
func Ticks(ctx context.Context, work func()) {
	ticker := time.NewTicker(time.Second)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range ticker.C { // want `\[goroutineleak/open-range\]`
			work()
		}
	})
	<-ctx.Done()
	ticker.Stop()
	wg.Wait()
}

// TicksChecked is silent: the body leaves the loop.
func TicksChecked(ctx context.Context, work func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	var wg sync.WaitGroup
	wg.Go(func() {
		for range ticker.C {
			if ctx.Err() != nil {
				return
			}
			work()
		}
	})
	wg.Wait()
}

// Refresher refreshes until Stop, or so it looks.
type Refresher struct {
	ticker *time.Ticker
}

// NewRefresher starts.
func NewRefresher(refresh func()) *Refresher {
	r := &Refresher{ticker: time.NewTicker(time.Minute)}
	go func() {
		for range r.ticker.C { // want `\[goroutineleak/open-range\]`
			refresh()
		}
	}()
	return r
}

// Stop stops the ticks, and the goroutine waits for ever.
func (r *Refresher) Stop() {
	r.ticker.Stop()
}

// Queue is silent: importers can close the channel.
type Queue struct {
	Jobs chan func()
}

// Run works.
func (q *Queue) Run() {
	for job := range q.Jobs {
		job()
	}
}

// Reload loads again and again, until the ctx ends, or so it looks.
func Reload(ctx context.Context, load func()) {
	ticker := time.NewTicker(time.Minute)
	go func() {
		load()
		for range ticker.C { // want `^range over ticker\.C never ends: the Stop at line 169 does not close it \[goroutineleak/open-range\]$`
			load()
		}
	}()
	go func() {
		<-ctx.Done()
		ticker.Stop()
	}()
}

// ReloadSelect is silent: the loop itself waits for the end of the ctx.
func ReloadSelect(ctx context.Context, load func()) {
	ticker := time.NewTicker(time.Minute)
	go func() {
		defer ticker.Stop()
		load()
		for {
			select {
			case <-ticker.C:
				load()
			case <-ctx.Done():
				return
			}
		}
	}()
}

// ReloadWhile is silent: whether the loop outlives the function that stops its ticker is for the function's caller to say.
func ReloadWhile(ctx context.Context, load func()) {
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	go func() {
		for range ticker.C {
			load()
		}
	}()
	<-ctx.Done()
}
