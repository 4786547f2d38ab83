// Package passedby counts down itself what does not come about. Silent.
package passedby

import (
	"fmt"
	"sync"
)

// Each counts only what it starts.
func Each(items []string, f func(string)) {
	var wg sync.WaitGroup
	for _, it := range items {
		if it == "" {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(it)
		}()
	}
	wg.Wait()
}

type submitter interface {
	Submit(func()) error
	Run(func()) error
}

// Submitted counts down what is refused.
func Submitted(p submitter, items []string, f func(string)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		if err := p.Submit(func() {
			defer wg.Done()
			f(it)
		}); err != nil {
			wg.Done()
			fmt.Println(err)
		}
	}
	wg.Wait()
}

// Ran runs its function before it returns the error of that.
func Ran(p submitter, f func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	if err := p.Run(func() {
		defer wg.Done()
		f()
	}); err != nil {
		fmt.Println(err)
	}
	wg.Wait()
}

// Either counts and starts under the same condition.
func Either(aside bool, f func()) {
	var wg sync.WaitGroup
	if aside {
		wg.Add(1)
	}
	if aside {
		go func() {
			defer wg.Done()
			f()
		}()
	}
	wg.Wait()
}

// Left does not wait for what it gives up.
func Left(items []func() error) error {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		if it == nil {
			return fmt.Errorf("nothing to do")
		}
		go func() {
			defer wg.Done()
			_ = it()
		}()
	}
	wg.Wait()
	return nil
}

// Queued hands the Done to whoever takes the job.
func Queued(jobs chan<- func(), items []func()) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		select {
		case jobs <- func() {
			defer wg.Done()
			it()
		}:
		}
	}
	wg.Wait()
}

type job struct {
	wg  *sync.WaitGroup
	run func()
}

func (j job) do() {
	defer j.wg.Done()
	j.run()
}

// Mixed hands the group on with some of the jobs.
func Mixed(jobs chan<- any, items []func(), small func(func()) bool) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		if small(it) {
			jobs <- job{&wg, it}
			continue
		}
		go func() {
			defer wg.Done()
			it()
		}()
	}
	wg.Wait()
}
