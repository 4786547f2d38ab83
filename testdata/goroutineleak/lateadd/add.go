// Package lateadd counts goroutines up when the wait may be over.
package lateadd

import (
	"log"
	"sync"
)

// Later adds in the goroutine, after its first statement.
func Later(jobs []func()) {
	var wg sync.WaitGroup
	for i, job := range jobs {
		go func() {
			log.Print("job ", i)
			wg.Add(1) // want `\[goroutineleak/late-add\]`
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}

// Before is silent: the count is up before the goroutine starts.
func Before(jobs []func()) {
	var wg sync.WaitGroup
	for i, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			log.Print("job ", i)
			job()
		}()
	}
	wg.Wait()
}

// Buffer holds lines back.
type Buffer struct {
	wg    sync.WaitGroup
	flush func()
}

// Stop starts the last flush and waits for what it has not counted yet.
func (b *Buffer) Stop() {
	go b.write()
	b.wg.Wait()
}

func (b *Buffer) write() {
	b.wg.Add(1) // want `\[goroutineleak/late-add\]`
	defer b.wg.Done()
	b.flush()
}

// Counted is silent: Go counts before it starts.
func (b *Buffer) Counted() {
	b.wg.Go(b.flush)
	b.wg.Wait()
}

// Nested is silent: the goroutine that adds is counted itself.
func Nested(jobs []func()) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, job := range jobs {
			wg.Add(1)
			go func() {
				defer wg.Done()
				job()
			}()
		}
	})
	wg.Wait()
}
