// Package answers leaves the channels that answers come on to the collector, or waits for all of them.
package answers

import (
	"context"
	"sync"
	"time"
)

type request struct {
	text   string
	answer chan error
}

// Writer writes what it is asked to, one after the other.
type Writer struct {
	requests chan request
	write    func(string) error
}

// Run writes until the ctx ends.
func (w *Writer) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-w.requests:
			r.answer <- w.write(r.text)
		}
	}
}

// Write waits a second for the answer.
func (w *Writer) Write(text string) error {
	answer := make(chan error, 1) // silent: nobody closes it
	w.requests <- request{text, answer}
	select {
	case err := <-answer:
		return err
	case <-time.After(time.Second):
		return context.DeadlineExceeded
	}
}

// Wait waits for the answer however long it takes.
func (w *Writer) Wait(text string) error {
	answer := make(chan error, 1)
	defer close(answer) // silent: the answer has come
	w.requests <- request{text, answer}
	return <-answer
}

// All writes all texts side by side.
func (w *Writer) All(ctx context.Context, texts []string) error {
	var group sync.WaitGroup
	failed := make(chan error, len(texts))
	defer close(failed) // silent: it runs behind the wait for all who send
	defer group.Wait()
	for _, text := range texts {
		group.Go(func() { failed <- w.write(text) })
	}
	for range texts {
		select {
		case err := <-failed:
			if err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// Told tells a goroutine that only reads that the function has ended.
func (w *Writer) Told(ctx context.Context) error {
	ended := make(chan struct{})
	defer close(ended) // silent: nobody sends on it
	go func() {
		select {
		case <-ended:
		case <-ctx.Done():
			w.requests <- request{text: "late"}
		}
	}()
	return w.write("now")
}
